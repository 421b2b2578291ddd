package dev.nara;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;

/** Where the bundled sample lies: beside the program's folder of jars, or at the top of a checkout. */
final class SampleFolder {
    private static final String NAME = "sample-data";

    private SampleFolder() {}

    /** The folder; where it is not found, the name in the working directory, which readers will report as missing. */
    static Path find() {
        List<Path> places = new ArrayList<>();
        for (Path place = program(); place != null; place = place.getParent()) {
            places.add(place.resolve(NAME));
        }
        places.add(Path.of(NAME).toAbsolutePath());
        return places.stream().filter(Files::isDirectory).findFirst().orElse(places.get(places.size() - 1));
    }

    private static Path program() {
        CodeSource source = SampleFolder.class.getProtectionDomain().getCodeSource();
        try {
            return source == null
                    ? Path.of("").toAbsolutePath()
                    : Path.of(source.getLocation().toURI()).toAbsolutePath();
        } catch (URISyntaxException e) {
            return Path.of("").toAbsolutePath();
        }
    }
}
