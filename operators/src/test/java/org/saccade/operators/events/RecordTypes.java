package org.saccade.operators.events;

import java.lang.reflect.Type;
import java.util.Map;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.api.common.typeinfo.TypeInfoFactory;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.typeutils.TypeExtractor;
import org.saccade.schemas.Anomaly;
import org.saccade.schemas.Classification;
import org.saccade.schemas.DeadLetter;
import org.saccade.schemas.Drift;
import org.saccade.schemas.Epoch;
import org.saccade.schemas.EventPacket;
import org.saccade.schemas.Feature;
import org.saccade.schemas.Flow;
import org.saccade.schemas.Frame;
import org.saccade.schemas.Microsaccade;
import org.saccade.schemas.StreamHealth;
import org.saccade.schemas.Track;
import org.saccade.schemas.flink.RecordTypeInfo;

/** Flink's harness guesses the types of outputs by their class; this tells it the right ones. */
public final class RecordTypes extends TypeInfoFactory<SpecificRecordBase> {
  private static boolean registered;

  /** From here on, for this JVM; the second call does nothing. */
  public static synchronized void register() {
    if (registered) {
      return;
    }
    registered = true;
    for (Class<?> type :
        new Class<?>[] {
          EventPacket.class,
          Feature.class,
          Frame.class,
          Flow.class,
          Microsaccade.class,
          Track.class,
          Epoch.class,
          StreamHealth.class,
          Anomaly.class,
          Classification.class,
          Drift.class,
          DeadLetter.class
        }) {
      TypeExtractor.registerFactory(type, RecordTypes.class);
    }
  }

  @Override
  @SuppressWarnings("unchecked")
  public TypeInformation<SpecificRecordBase> createTypeInfo(
      Type type, Map<String, TypeInformation<?>> generics) {
    return new RecordTypeInfo<>((Class<SpecificRecordBase>) type);
  }
}
