/** Text files as people bring them: plain, compressed or in an archive, in several encodings. Only this knows the CSV parser. */
@NullMarked
package dev.nara.data.read.file;

import org.jspecify.annotations.NullMarked;
