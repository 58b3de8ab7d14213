/**
 * Recordings with labels, for training and scoring: which stretch of which recording shows what,
 * and who is in it.
 *
 * <pre>
 *   a folder a class      digits/0/*.bin …, Train/0/*.bin and Test/0/*.bin (N-MNIST, N-Caltech101)
 *   a label file          recording &lt;tab&gt; label, further columns by header: subject, from, to
 *   DVS128 Gesture        userNN_LIGHT.aedat, userNN_LIGHT_labels.csv (class, start, end),
 *                         trials_to_train.txt, trials_to_test.txt
 * </pre>
 *
 * <p>Sets are split by subject (who made the motions; where nobody says, the recording is its own
 * subject), never by window: windows of one recording resemble each other so much that a split of
 * them scores memory. EventMamba's own figures on HMDB51-DVS, 0.864 by window and 0.604 by file,
 * show by how much. {@link org.saccade.connectors.labelled.Split} refuses anything else.
 *
 * <p>Source of DVS128 Gesture: Amir et al.: A Low Power, Fully Event-Based Gesture Recognition
 * System, CVPR 2017, and the files that come with it. Start with {@link
 * org.saccade.connectors.labelled.LabelledData}.
 */
package org.saccade.connectors.labelled;
