package dev.nara.search.sampler;

import dev.nara.data.DataException;
import dev.nara.text.Text;
import java.util.List;
import java.util.stream.Collectors;

/** The samplers, the default first; a new one is one line here. */
public final class Samplers {
    private static final Sampler GP = new GpSampler();
    private static final Sampler TPE = new TpeSampler();
    private static final List<Sampler> ALL =
            List.of(new AutoSampler(GP, TPE), GP, TPE, new RandomSampler(), new GridSampler(), new LineSampler());

    private Samplers() {}

    public static List<Sampler> all() {
        return ALL;
    }

    /**
     * The sampler with a name.
     *
     * @throws DataException if there is none
     */
    public static Sampler named(String name) throws DataException {
        return ALL.stream()
                .filter(s -> s.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new DataException(
                        Text.of("sampler.unknown", name),
                        Text.of(
                                "sampler.unknown.remedy",
                                ALL.stream().map(Sampler::name).collect(Collectors.joining(", ")))));
    }
}
