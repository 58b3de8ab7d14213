/**
 * What the AEDAT formats have in common: the lines of text at the start of versions 1 to 3, and the
 * geometry of iniVation's sensors by name.
 *
 * <pre>
 *   #!AER-DAT2.0       first line: the version
 *   # Key: value       more lines, each beginning with #
 *   #End Of ASCII Header, #!END-HEADER     last line, in newer files
 * </pre>
 *
 * <p>Start with {@link org.saccade.connectors.recording.aedat.AedatLines}.
 */
package org.saccade.connectors.recording.aedat;
