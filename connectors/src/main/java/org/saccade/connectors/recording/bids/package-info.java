/**
 * The Brain Imaging Data Structure: a tree of recordings with the files beside them (sidecars).
 *
 * <pre>
 *   dataset_description.json
 *   task-rest_eeg.json                            for every recording of the task
 *   sub-01/ses-1/eeg/sub-01_ses-1_task-rest_eeg.edf
 *                    sub-01_ses-1_task-rest_eeg.json      SamplingFrequency, PowerLineFrequency
 *                    sub-01_ses-1_task-rest_channels.tsv  name, type, units, status
 *                    sub-01_ses-1_task-rest_events.tsv    onset, duration, trial_type or value
 * </pre>
 *
 * <p>A sidecar applies to the recordings in its folder and below whose name has all its entities
 * (the inheritance principle). Of tables the nearest counts, in one folder the one with the most
 * entities; of JSON each key from the nearest that has it.
 *
 * <p>What they change:
 *
 * <ul>
 *   <li>{@code channels.tsv}: the type of a channel; its unit where the file names none (the file's
 *       own is that of its scale: another one in the table is told in the header). A channel whose
 *       status is {@code bad} keeps its samples and has the type OTHER, so that references and
 *       averages over a type leave it out; the header names it.
 *   <li>{@code events.tsv}: its rows are the recording's markers, in the place of the file's own.
 *       The text is {@code trial_type}, else {@code value}; an onset counts from the first sample.
 *   <li>{@code PowerLineFrequency} is told in the header; so is a {@code SamplingFrequency} that is
 *       not that of the file, which counts.
 * </ul>
 *
 * <p>{@code participants.tsv}, {@code scans.tsv} and positions of electrodes are not read; the
 * folders {@code derivatives}, {@code sourcedata}, {@code code} and {@code stimuli} of the root are
 * left out. A file of a data set that is named by itself is read with its sidecars too.
 *
 * <p>Source: BIDS specification 1.10, common principles and EEG, MEG, iEEG.
 *
 * <p>Start with {@link org.saccade.connectors.recording.bids.BidsLayout}.
 */
package org.saccade.connectors.recording.bids;
