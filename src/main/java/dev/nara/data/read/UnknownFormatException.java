package dev.nara.data.read;

import dev.nara.data.DataException;
import dev.nara.text.Text;
import java.nio.file.Path;

/** No reader recognises the data at the path; the user can specify its format. */
public final class UnknownFormatException extends DataException {
    private static final long serialVersionUID = 1L;

    UnknownFormatException(Path path, String formats) {
        super(path, Text.of("data.unrecognised"), Text.of("data.unrecognised.remedy", formats));
    }
}
