package dev.nara.battery;

import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/** Broken forms of valid files. */
public final class Edits extends DomainContextBase {
    private static final int MOST = 4;

    /** One to a few edits, fewer and smaller ones where a property fails. */
    @Provide
    Arbitrary<List<Edit>> edits() {
        return Combinators.combine(
                        Arbitraries.of(Edit.Kind.class),
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.integers().between(1, 256),
                        Arbitraries.integers().between(0, 1023))
                .as(Edit::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(MOST);
    }

    /** The file after all of them. */
    static byte[] apply(byte[] file, List<Edit> edits) {
        byte[] broken = file;
        for (Edit edit : edits) {
            broken = edit.of(broken);
        }
        return broken;
    }

    /** A broken form of a file. */
    static byte[] random(byte[] file, SplittableRandom random) {
        byte[] broken = file;
        for (int n = 1 + random.nextInt(MOST); n > 0; n--) {
            broken = Edit.random(random).of(broken);
        }
        return broken;
    }
}
