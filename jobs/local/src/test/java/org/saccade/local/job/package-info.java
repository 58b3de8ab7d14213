/** The events job against a real broker and a real mini cluster. */
package org.saccade.local.job;
