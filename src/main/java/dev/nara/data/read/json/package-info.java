/** JSON, and what Python writes in its place. */
@NullMarked
package dev.nara.data.read.json;

import org.jspecify.annotations.NullMarked;
