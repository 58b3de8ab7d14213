package org.saccade.connectors.recording;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.saccade.schemas.ChannelType;

/**
 * What a channel measures, by its label, where the format has no field for it.
 *
 * <p>EDF+ asks for labels that begin with the kind ({@code EEG Fpz-Cz}); others name electrodes of
 * the 10-5 system ({@code Fp1}, {@code CPz}, {@code PO8}).
 */
public final class ChannelKinds {
  private static final Set<String> TRIGGERS =
      Set.of("status", "trigger", "stim", "stimulus", "sti", "trig", "marker", "ttl");
  private static final Pattern ELECTRODE =
      Pattern.compile(
          "(FP|AFP|AF|AFF|F|FFC|FFT|FC|FT|FTT|FCC|C|CCP|CP|T|TP|TTP|TPP|CPP|P|PPO|PO|POO|O|I)"
              + "(Z|[0-9]{1,2}H?)|NZ|A[12]|M[12]");

  private ChannelKinds() {}

  /** The kind that a label tells; OTHER where it tells none. */
  public static ChannelType of(String label) {
    String name = label.strip().toUpperCase(Locale.ROOT);
    int end = 0;
    while (end < name.length() && Character.isLetter(name.charAt(end))) {
      end++;
    }
    String word = name.substring(0, end);
    if (TRIGGERS.contains(word.toLowerCase(Locale.ROOT)) && !name.startsWith("MARKER ")) {
      return ChannelType.STIM;
    }
    return switch (word) {
      case "EEG" -> ChannelType.EEG;
      case "EOG", "HEOG", "VEOG", "HEO", "VEO" -> ChannelType.EOG;
      case "EMG" -> ChannelType.EMG;
      case "ECG", "EKG" -> ChannelType.ECG;
      case "MEG" -> ChannelType.MEG_MAG;
      case "LFP" -> ChannelType.LFP;
      case "TEMP", "TEMPERATURE" -> ChannelType.TEMPERATURE;
      case "ACC", "GYRO", "ACCEL" -> ChannelType.MOTION;
      default -> isElectrode(name) ? ChannelType.EEG : ChannelType.OTHER;
    };
  }

  private static boolean isElectrode(String name) {
    for (String part : name.split("-", 2)) {
      if (!ELECTRODE.matcher(part.strip()).matches() && !part.strip().equals("REF")) {
        return false;
      }
    }
    return !name.startsWith("REF");
  }
}
