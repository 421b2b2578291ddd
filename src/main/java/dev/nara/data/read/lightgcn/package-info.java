/** The lists of items by user that LightGCN and its relatives train on. */
@NullMarked
package dev.nara.data.read.lightgcn;

import org.jspecify.annotations.NullMarked;
