/** The lists of items by user that LightGCN and its relatives train on. */
@NullMarked
package dev.nara.data.lightgcn;

import org.jspecify.annotations.NullMarked;
