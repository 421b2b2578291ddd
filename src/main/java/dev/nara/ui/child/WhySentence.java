package dev.nara.ui.child;

import dev.nara.explain.Attribution;
import dev.nara.explain.Attribution.Part;
import dev.nara.explain.Attribution.Source;
import dev.nara.ui.common.Album;
import dev.nara.ui.common.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The explanation as a sentence: the items that caused the recommendation, and how many similar children have it. */
final class WhySentence {
    private static final int NAMED = 3;
    /** An attribute with a smaller contribution to the score is not mentioned. */
    private static final double WORTH_WORDS = .05;

    private WhySentence() {}

    static String of(Why why, Texts texts) {
        List<String> parts = new ArrayList<>();
        parts.add(causes(why, texts));
        if (why.similar().users() > 0) {
            parts.add(texts.get(
                    "child.why.similar", why.similar().having(), why.similar().users()));
        }
        why.attribution().parts().stream()
                .filter(part -> part.source() == Source.ATTRIBUTE && Math.abs(part.amount()) >= WORTH_WORDS)
                .max((a, b) -> Double.compare(Math.abs(a.amount()), Math.abs(b.amount())))
                .ifPresent(part -> parts.add(texts.get(
                        part.amount() > 0 ? "child.why.attribute.adds" : "child.why.attribute.takes",
                        why.attributes().getOrDefault(part.attribute(), part.attribute()))));
        return String.join(texts.get("child.why.and"), parts) + ".";
    }

    private static String causes(Why why, Texts texts) {
        if (why.attribution().way() == Attribution.Way.MODEL) {
            return texts.get("child.why.model");
        }
        List<Part> causes = why.attribution().parts().stream()
                .filter(part -> part.source() == Source.ITEM && part.amount() > 0)
                .limit(NAMED)
                .toList();
        if (causes.isEmpty()) {
            return texts.get("child.why.no.album");
        }
        int times = causes.stream().mapToInt(Part::count).sum();
        return texts.get("child.why.because", names(why, causes, texts), times);
    }

    /** The names of items, grouped by series, such as: Peas 2, 4, 1. */
    private static String names(Why why, List<Part> causes, Texts texts) {
        Map<String, List<String>> bySeries = new LinkedHashMap<>();
        for (Part part : causes) {
            Album album = why.album(part.item());
            boolean episode = !album.episode().isEmpty();
            bySeries.computeIfAbsent(episode ? album.series() : album.name(texts), s -> new ArrayList<>())
                    .add(episode ? album.episode() : "");
        }
        List<String> names = new ArrayList<>();
        bySeries.forEach((series, episodes) -> names.add((series + " " + String.join(", ", episodes)).strip()));
        return String.join(", ", names);
    }

    /** The name of a part of the attribution. */
    static String name(Why why, Part part, Texts texts) {
        return switch (part.source()) {
            case ITEM -> why.album(part.item()).brief(texts);
            case ATTRIBUTE -> why.attributes().getOrDefault(part.attribute(), part.attribute());
            default -> texts.get("source." + part.source());
        };
    }

    /** The number of rows or users behind a part; "" for none. */
    static String count(Part part, Texts texts) {
        return part.count() == 0
                ? ""
                : part.source() == Source.NEAR_USERS
                        ? Integer.toString(part.count())
                        : texts.get("child.times", part.count());
    }
}
