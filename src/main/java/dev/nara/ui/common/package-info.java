/** Shared by all screens: texts, jobs, delivery of event streams to the window, forms, dialogs. */
@NullMarked
package dev.nara.ui.common;

import org.jspecify.annotations.NullMarked;
