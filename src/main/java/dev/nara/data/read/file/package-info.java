/** Text files: plain, compressed or in an archive, in several encodings. Only this package uses the CSV parser. */
@NullMarked
package dev.nara.data.read.file;

import org.jspecify.annotations.NullMarked;
