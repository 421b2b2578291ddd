/** Any delimited file, by what its columns mean. */
@NullMarked
package dev.nara.data.read.delimited;

import org.jspecify.annotations.NullMarked;
