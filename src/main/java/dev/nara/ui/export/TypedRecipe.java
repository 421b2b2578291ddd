package dev.nara.ui.export;

import dev.nara.competition.ComposeRecipe;
import dev.nara.competition.ComposeRecipe.Block;
import dev.nara.competition.ComposeRecipe.Filters;
import dev.nara.text.Numbers;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Converts the fields of a recipe to and from text. Values that {@link ComposeRecipe} refuses are ignored: the old value remains. */
final class TypedRecipe {
    private static final int MOST = 25;

    private TypedRecipe() {}

    /** The block with another number of items, "" for as many as fit. */
    static Block take(Block old, String typed) {
        return old.taking(whole(typed, old.take()));
    }

    /** The block for other ages, such as "3-5" or "4", "" for all. */
    static Block ages(Block old, String typed) {
        return orOld(
                new Block(
                        old.algorithm(), old.values(), old.runs(), old.blend(), old.seen(), old.take(), typed.strip()),
                old);
    }

    /** The block with another choice of seen items and of blending. */
    static Block choices(Block old, String seen, String blend) {
        return orOld(new Block(old.algorithm(), old.values(), old.runs(), blend, seen, old.take(), old.ages()), old);
    }

    /** The block with other weights of its runs, such as "3=1, 7=0.5"; runs that it does not have are ignored. */
    static Block weights(Block old, String typed) {
        Block block = old;
        for (String part : typed.split(",", -1)) {
            String[] sides = part.strip().split("=", -1);
            String run = sides[0].strip();
            if (sides.length == 2 && block.runs().containsKey(run)) {
                Map<String, Double> weights = new LinkedHashMap<>(block.runs());
                weights.put(run, number(sides[1], 0));
                block = orOld(block.of(weights), block);
            }
        }
        return block;
    }

    private static Block orOld(Block typed, Block old) {
        return typed.makesSense() ? typed : old;
    }

    /** The weights of a block's runs as text. */
    static String weights(Block block) {
        return block.runs().entrySet().stream()
                .map(run -> run.getKey() + "=" + Numbers.plain(run.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** The filters with another maximum number of items per series, "" for no limit. */
    static Filters series(Filters old, String typed) {
        return with(old, whole(typed, old.seriesAtMost()), old.minimumWatchedShare(), old.diversity());
    }

    /** The filters with another minimum watched share, "" for none. */
    static Filters share(Filters old, String typed) {
        return orOld(with(old, old.seriesAtMost(), shareOf(typed, old.minimumWatchedShare()), old.diversity()), old);
    }

    /** The filters with another diversity of genres, "" for none. */
    static Filters diversity(Filters old, String typed) {
        return orOld(with(old, old.seriesAtMost(), old.minimumWatchedShare(), shareOf(typed, old.diversity())), old);
    }

    /** The filters with other genres, separated by commas. */
    static Filters genres(Filters old, String only, String without) {
        return new Filters(old.seriesAtMost(), words(only), words(without), old.minimumWatchedShare(), old.diversity());
    }

    private static Filters with(Filters old, int series, double share, double diversity) {
        return new Filters(series, old.genres(), old.withoutGenres(), share, diversity);
    }

    private static Filters orOld(Filters typed, Filters old) {
        return typed.makesSense() ? typed : old;
    }

    private static int whole(String text, int old) {
        String typed = text.strip();
        return typed.isEmpty() ? 0 : typed.matches("\\d{1,3}") ? Math.min(MOST, Integer.parseInt(typed)) : old;
    }

    private static double shareOf(String text, double old) {
        return text.isBlank() ? 0 : number(text, old);
    }

    private static double number(String text, double old) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            return old;
        }
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** A number of items as text; "" for 0. */
    static String plain(int number) {
        return number == 0 ? "" : Integer.toString(number);
    }

    /** A share as text; "" for 0. */
    static String plain(double share) {
        return share == 0 ? "" : Numbers.plain(share);
    }
}
