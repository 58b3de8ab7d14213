/**
 * Samples as text: a table with a line a sample.
 *
 * <pre>
 *   samples-csv   # saccade samples 1            arff   @relation NAME
 *                 # rate 1000/1                         @attribute AF3 numeric
 *                 # epoch_us 1384359243794232           @attribute eye {0,1}
 *                 # channel EEG,uV,Fp1                  @data
 *                 time_us,Fp1                           4329.23,0
 *                 # marker 2000,0,left
 *                 0,12.5
 * </pre>
 *
 * <p>The lines with {@code #} are ours: rate, types, units, and markers among the samples. Without
 * them a table is read whose first line names its columns, the first a time with its unit ({@code
 * time_us}, {@code time_ms}, {@code time_s}), units of the others in brackets, or as {@code cat}
 * writes it ({@code sample,t,…}). A hole in the times is a hole. Values are physical ones, in as
 * many digits as give the same double back; a missing one is {@code NaN}.
 *
 * <p>ARFF, Weka's format, has no times and no rate: that must be told ({@code --rate}). A nominal
 * attribute is a channel of type STIM, its values the numbers in the list, or places in it.
 *
 * <p>Source of ARFF: the Weka manual, chapter "ARFF". Start with {@link
 * org.saccade.connectors.recording.table.SampleTable}.
 */
package org.saccade.connectors.recording.table;
