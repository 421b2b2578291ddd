package dev.nara.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.nara.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TorchInstallationTest {
    @TempDir
    private Path folder;

    private Path libraries;

    @BeforeEach
    void asInstalledByPip() throws IOException {
        libraries = Files.createDirectories(folder.resolve("lib/python3.11/site-packages/torch/lib"));
        library("torch");
        library("torch_cpu");
        version("2.7.1+cu126", "'12.6'");
    }

    private void library(String name) throws IOException {
        Files.writeString(libraries.resolve(System.mapLibraryName(name)), "");
    }

    private void version(String version, String cuda) throws IOException {
        Files.writeString(
                libraries.resolveSibling("version.py"),
                "__version__ = '" + version + "'\ndebug = False\ncuda: Optional[str] = " + cuda + "\n");
    }

    private String problem() {
        return TorchInstallation.in(libraries)
                .problem()
                .map(text -> text.in(Locale.ENGLISH))
                .orElse("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "lib/python3.11/site-packages", "lib/python3.11/site-packages/torch"})
    void itIsFoundFromTheEnvironmentThePackagesAndThePackage(String below) throws IOException {
        library("torch_cuda");
        assertEquals(
                new TorchInstallation.Found(
                        Optional.of(new TorchInstallation(libraries, "2.7.1", "12.6")), Optional.empty()),
                TorchInstallation.in(folder.resolve(below)));
    }

    @Test
    void aBuildForCpusHasNoCuda() throws IOException {
        version("2.7.1+cpu", "None");
        assertEquals(
                Optional.of(new TorchInstallation(libraries, "2.7.1", "")),
                TorchInstallation.in(libraries).installation());
    }

    @Test
    void anotherVersionIsNamedWithTheOneThatFits() throws IOException {
        version("2.15.0+cu132", "'13.2'");
        assertEquals(
                "PyTorch 2.15.0 in " + libraries + " is not supported: 2.7.1 is needed (pip install torch==2.7.1).",
                problem());
        Files.delete(libraries.resolveSibling("version.py"));
        assertEquals("The version of PyTorch in " + libraries + " cannot be determined: 2.7.1 is needed.", problem());
        Files.writeString(libraries.resolveSibling("build-version"), "2.7.1+cpu\n");
        assertEquals("", problem());
    }

    @Test
    void aFolderWithoutPyTorchIsNamed() {
        Path empty = folder.resolve("lib");
        Text said = TorchInstallation.in(empty).problem().orElseThrow();
        assertEquals(
                "There is no PyTorch in " + empty + ". Install it with pip install torch==2.7.1.",
                said.in(Locale.ENGLISH));
    }

    @Test
    void aFolderThatNoPathCanNameIsNoneOfPyTorch() {
        assertEquals(
                "There is no PyTorch in a\0b. Install it with pip install torch==2.7.1.",
                TorchInstallation.in("a\0b").problem().orElseThrow().in(Locale.ENGLISH));
    }

    @Test
    void theEnvironmentMustNameTheFolderOfTheLibraries() {
        String property = System.getProperty("PYTORCH_VERSION", "");
        Torch torch = new Torch(folder, "");
        assertEquals(
                "PyTorch was found in " + libraries + ". Set PYTORCH_LIBRARY_PATH to that folder.",
                torch.use(new TorchInstallation(libraries, "0.0.1", ""), folder)
                        .orElseThrow()
                        .in(Locale.ENGLISH));
        assertEquals(property, System.getProperty("PYTORCH_VERSION", ""));
    }

    @Test
    void aLibraryThatMayNotBeReadIsNamed() throws IOException {
        Path shut = libraries.resolve(System.mapLibraryName("torch_cpu"));
        Files.setPosixFilePermissions(shut, PosixFilePermissions.fromString("---------"));
        assumeTrue(!Files.isReadable(shut), "this user may read everything");
        assertEquals("There is no permission to read " + shut + ".", problem());
    }

    @Test
    void aGpuNeedsABuildThatKnowsIt() {
        Gpus.Gpu h200 = new Gpus.Gpu("NVIDIA H200", 143_771, 9, 0);
        Gpus.Gpu b200 = new Gpus.Gpu("NVIDIA B200", 183_359, 10, 0);
        assertEquals(Optional.empty(), Torch.problem(h200, "9.0", "12.6"));
        for (String cuda : new String[] {"12.8", "12.8.1", "12.10", "13"}) {
            assertEquals(Optional.empty(), Torch.problem(b200, "10.0", cuda));
        }
        assertEquals(
                "This PyTorch is built for CUDA 12.6, which has no code for compute capability 10.0. Install one for"
                        + " CUDA 12.8 or later.",
                Torch.problem(b200, "10.0", "12.6").orElseThrow().in(Locale.ENGLISH));
        assertEquals(
                "This PyTorch is a CPU build. Install one for CUDA with pip install torch==2.7.1.",
                Torch.problem(h200, "9.0", "").orElseThrow().in(Locale.ENGLISH));
    }
}
