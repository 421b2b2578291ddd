/** The Search workspace: a running study, its result, and all means to steer it. */
@NullMarked
package dev.nara.ui.tune;

import org.jspecify.annotations.NullMarked;
