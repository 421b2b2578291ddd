package dev.nara.data.read;

import dev.nara.data.DataException;
import dev.nara.text.Text;
import java.nio.file.Path;

/** There is something at the path, but no reader knows what; people can say what it is. */
public final class UnknownFormatException extends DataException {
    private static final long serialVersionUID = 1L;

    UnknownFormatException(Path path, String formats) {
        super(path, Text.of("data.unrecognised"), Text.of("data.unrecognised.remedy", formats));
    }
}
