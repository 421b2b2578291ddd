/** Tests whether differences between runs are real, for which groups, and under which protocols. */
@NullMarked
package dev.nara.analysis;

import org.jspecify.annotations.NullMarked;
