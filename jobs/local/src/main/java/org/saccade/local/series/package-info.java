/**
 * CSV series through the detector, outside any broker.
 *
 * <p>Start with {@link org.saccade.local.series.CsvSeries}.
 */
package org.saccade.local.series;
