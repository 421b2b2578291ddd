package dev.nara.synth;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Invents unique titles of programmes and episodes; a second season is named after the first. */
final class Titles {
    private static final int TRIES = 60;

    private final WordLists words;
    private final Phrases phrases;
    private final Dice dice;
    private final Map<Integer, Cast> casts = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    Titles(WordLists words, Dice dice) {
        this.words = words;
        this.phrases = new Phrases(words);
        this.dice = dice;
    }

    /** Name of a series and its two main characters. */
    private record Cast(String series, String lead, String mate) {
        Map<String, String> slots() {
            return Map.of("lead", lead, "mate", mate);
        }
    }

    /** Titles of all albums of a series, in order; seasons must be requested in the order of the catalogue. */
    List<String> of(Series series) {
        Cast first = casts.get(series.sequelTo());
        Cast cast = first == null ? invent(series) : next(first);
        casts.put(series.index(), cast);
        if (series.episodes() == 1) {
            return List.of(cast.series());
        }
        String form = dice.pick(words.get(series.genre().style() + ".form"));
        List<String> titles = new ArrayList<>();
        Set<String> used = new HashSet<>();
        for (int i = 1; i <= series.episodes(); i++) {
            String episode = episode(series, cast, i, used);
            titles.add(form.replace("{series}", cast.series())
                    .replace("{n}", Integer.toString(i))
                    .replace("{episode}", episode));
        }
        return titles;
    }

    private Cast invent(Series series) {
        String list = list(series, ".series.", ".series");
        Cast cast;
        int tries = 0;
        do {
            Cast names = new Cast("", dice.pick(words.get("name")), dice.pick(words.get("name")));
            String name = phrases.draw(list, series.shelf().theme(), names.slots(), dice);
            cast = new Cast(name, names.lead(), names.mate());
        } while (++tries < TRIES && (cast.lead().equals(cast.mate()) || taken.contains(cast.series())));
        // A very large catalogue can exhaust the words of a style.
        String unique = cast.series();
        for (int i = 2; !taken.add(unique); i++) {
            unique = cast.series() + " " + i;
        }
        return new Cast(unique, cast.lead(), cast.mate());
    }

    private static Cast next(Cast first) {
        return new Cast(first.series() + " 시즌2", first.lead(), first.mate());
    }

    /** A genre may have a list of its own, else it shares that of its style. */
    private String list(Series series, String own, String shared) {
        String style = series.genre().style();
        String name = style + own + series.genre().name();
        return words.has(name) ? name : style + shared;
    }

    private String episode(Series series, Cast cast, int number, Set<String> used) {
        String list = list(series, ".", ".episode");
        String episode = "";
        for (int tries = 0; tries < TRIES; tries++) {
            episode = phrases.draw(list, series.shelf().theme(), cast.slots(), dice);
            if (used.add(episode)) {
                return episode;
            }
        }
        // A long series can run out of titles; then one is reused with its number.
        return episode + " " + number;
    }
}
