package dev.nara.eval;

import java.util.BitSet;

/**
 * What a metric sees of one user: which ranks of the list hit, and how many items there were to find.
 *
 * @param hits bit r is set when the item at rank r, from 0, is one to find
 * @param truth how many items there were to find, at least 1
 */
public record Ranking(BitSet hits, int truth) {}
