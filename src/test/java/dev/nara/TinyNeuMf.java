package dev.nara;

import java.util.ArrayList;
import java.util.List;

/** Options of a NeuMF that trains in a moment, for tests in which what a process costs is its start. */
public final class TinyNeuMf {
    private static final List<String> OPTIONS =
            List.of("gmf_dimension=4", "mlp_user_dimension=4", "mlp_item_dimension=4", "layers=4", "negatives=2");

    private TinyNeuMf() {}

    /** Its options, then others. */
    public static String[] with(String... more) {
        List<String> all = new ArrayList<>();
        OPTIONS.forEach(option -> all.addAll(List.of("--set", option)));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }
}
