/** Which of the tables of a folder or an archive is the log, and which describe its items and users. */
@NullMarked
package dev.nara.data.read.folder;

import org.jspecify.annotations.NullMarked;
