package dev.nara.djl;

import dev.nara.text.Text;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A PyTorch installed on this machine, inspected without loading it.
 *
 * @param libraries the folder of its libraries
 * @param version such as 2.7.1
 * @param cuda the CUDA version of the build, such as 12.6; "" for a build for CPUs
 */
record TorchInstallation(Path libraries, String version, String cuda) {
    /** The version that DJL's library supports. */
    static final String VERSION = "2.7.1";

    private static final String LIBRARY = System.mapLibraryName("torch");
    private static final Pattern WRITTEN = Pattern.compile("__version__ = '(\\d+(?:\\.\\d+)*)[^']*'");
    private static final Pattern BUILD = Pattern.compile("\\d{1,4}\\.\\d{1,4}\\.\\d{1,4}(?!\\d)");
    private static final Pattern CUDA = Pattern.compile("cuda\\b[^=]*= '(\\d{1,4}(?:\\.\\d{1,4})*)'");

    /** The result for a folder: an installation, or why it cannot be used. */
    record Found(Optional<TorchInstallation> installation, Optional<Text> problem) {
        private static Found problem(Text text) {
            return new Found(Optional.empty(), Optional.of(text));
        }
    }

    /** Inspects a folder as entered by the user. */
    static Found in(String folder) {
        try {
            return in(Path.of(folder));
        } catch (InvalidPathException e) {
            return Found.problem(Text.of("engine.torch.not.in", folder, VERSION));
        }
    }

    /** Inspects the folder of the libraries, of the package, or of the environment that it was installed in. */
    static Found in(Path folder) {
        if (Files.isDirectory(folder) && !Files.isReadable(folder)) {
            return Found.problem(Text.of("engine.torch.unreadable", folder));
        }
        try {
            for (Path place : places(folder)) {
                if (Files.exists(place.resolve(LIBRARY))) {
                    return at(place);
                }
            }
        } catch (IOException e) {
            return Found.problem(Text.of("engine.torch.unreadable", folder));
        }
        return Found.problem(Text.of("engine.torch.not.in", folder, VERSION));
    }

    private static List<Path> places(Path folder) throws IOException {
        List<Path> places = new ArrayList<>();
        Path given = folder.endsWith(LIBRARY) && folder.getParent() != null ? folder.getParent() : folder;
        for (String below : new String[] {"", "lib", "torch/lib", "Lib/site-packages/torch/lib"}) {
            places.add(given.resolve(below));
        }
        Path environment = given.resolve("lib");
        if (Files.isDirectory(environment)) {
            try (DirectoryStream<Path> pythons = Files.newDirectoryStream(environment, "python3*")) {
                pythons.forEach(python -> places.add(python.resolve("site-packages/torch/lib")));
            }
        }
        return places;
    }

    private static Found at(Path libraries) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(libraries)) {
            for (Path file : files) {
                if (!Files.isReadable(file)) {
                    return Found.problem(Text.of("engine.torch.unreadable", file));
                }
            }
        }
        String written = written(libraries.resolveSibling("version.py"));
        Matcher version = WRITTEN.matcher(written);
        Matcher build = BUILD.matcher(written(libraries.resolveSibling("build-version")));
        String found = version.find() ? version.group(1) : build.lookingAt() ? build.group() : "";
        if (!found.equals(VERSION)) {
            return Found.problem(
                    found.isEmpty()
                            ? Text.of("engine.torch.no.version", libraries, VERSION)
                            : Text.of("engine.torch.version", found, libraries, VERSION));
        }
        boolean withCuda = Files.exists(libraries.resolve(System.mapLibraryName("torch_cuda")));
        Matcher cuda = CUDA.matcher(written);
        String built = cuda.find() ? cuda.group(1) : "12";
        return new Found(Optional.of(new TorchInstallation(libraries, found, withCuda ? built : "")), Optional.empty());
    }

    private static String written(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file) : "";
    }
}
