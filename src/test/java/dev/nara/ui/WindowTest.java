package dev.nara.ui;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;

/** Tests of the real window; each test class has a workspace of its own, which its tests share. */
@Tag("window")
@ExtendWith(ApplicationExtension.class)
abstract class WindowTest {
    @TempDir
    static Path folder;

    WindowUnderTest nara;
}
