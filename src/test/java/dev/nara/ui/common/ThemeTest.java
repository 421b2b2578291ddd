package dev.nara.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.css.CssParser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every rule of the sheets is read; of one that is not nothing but a line in the log would tell. */
class ThemeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "light",
                "dark",
                "contrast",
                "nara",
                "shell",
                "runs",
                "train",
                "tune",
                "compare",
                "child",
                "data",
                "export",
                "help"
            })
    void aSheetIsReadWithoutError(String name) throws IOException {
        CssParser.errorsProperty().clear();
        new CssParser().parse(Path.of("assets", "css", name + ".css").toUri().toURL());
        assertEquals(
                List.of(),
                CssParser.errorsProperty().stream()
                        .map(CssParser.ParseError::getMessage)
                        .toList());
    }
}
