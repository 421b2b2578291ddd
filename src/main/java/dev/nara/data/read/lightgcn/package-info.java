/** Files with a list of items per user, as used by LightGCN and similar models. */
@NullMarked
package dev.nara.data.read.lightgcn;

import org.jspecify.annotations.NullMarked;
