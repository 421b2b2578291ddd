/** Any delimited file, read by the roles of its columns. */
@NullMarked
package dev.nara.data.read.delimited;

import org.jspecify.annotations.NullMarked;
