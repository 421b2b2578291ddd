/** Whether differences between runs are real, for whom, and under which protocol. */
@NullMarked
package dev.nara.analysis;

import org.jspecify.annotations.NullMarked;
