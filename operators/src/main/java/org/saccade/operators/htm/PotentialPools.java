package org.saccade.operators.htm;

import org.saccade.operators.probability.SplitMix;

/**
 * Which inputs each column may connect to: {@code round(potentialPct · inputs)} of them, drawn
 * without replacement from the seed and the column's number. Never changes, so it is made anew from
 * the seed instead of kept in state, and models of equal parameters share one.
 */
final class PotentialPools {
  private final int size;
  private final char[] inputs;
  private final int words;
  private final long[] columnsOf;

  PotentialPools(SpatialPoolerParameters parameters, int inputCount) {
    Checks.range("inputs", inputCount, 1, 1 << 16);
    size = (int) Math.max(1, StrictMath.rint(parameters.potentialPct() * inputCount));
    inputs = new char[parameters.columns() * size];
    words = parameters.columns() + 63 >> 6;
    columnsOf = new long[inputCount * words];
    char[] deck = new char[inputCount];
    for (int column = 0; column < parameters.columns(); column++) {
      draw(new SplitMix(parameters.seed() * 31 + column), deck);
      boolean[] drawn = new boolean[inputCount];
      for (int i = 0; i < size; i++) {
        drawn[deck[i]] = true;
      }
      int at = column * size;
      for (int input = 0; input < inputCount; input++) {
        if (drawn[input]) {
          inputs[at++] = (char) input;
          columnsOf[input * words + (column >> 6)] |= 1L << column;
        }
      }
    }
  }

  /** The first {@code size} cards of a deck, shuffled that far (Fisher and Yates). */
  private void draw(SplitMix random, char[] deck) {
    for (int i = 0; i < deck.length; i++) {
      deck[i] = (char) i;
    }
    for (int i = 0; i < size; i++) {
      int j = i + random.nextInt(deck.length - i);
      char card = deck[i];
      deck[i] = deck[j];
      deck[j] = card;
    }
  }

  /** Inputs a column may connect to. */
  int size() {
    return size;
  }

  /** Whether a column may connect to an input. */
  boolean has(int column, int input) {
    return (columnsOf[input * words + (column >> 6)] >>> column & 1) != 0;
  }

  /** Column after column, the inputs of each in ascending order. */
  char[] inputs() {
    return inputs;
  }
}
