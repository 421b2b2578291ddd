package dev.nara.ui.data.cards;

import dev.nara.data.Attributes;
import dev.nara.data.Dataset;
import dev.nara.data.Distribution;
import dev.nara.text.Numbers;
import dev.nara.ui.common.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A column of attributes, described in text.
 *
 * @param ofKey the key of the text that says whether it is of users or items
 * @param summary its range
 * @param values its most frequent values
 * @param bars the distribution of all values
 */
public record AttributeRow(String ofKey, String name, String summary, String values, List<Distribution.Bar> bars) {
    private static final int VALUES = 5;

    /** All attributes of a dataset, those of users first; reads all values, so not on the JavaFX thread. */
    public static List<AttributeRow> of(Dataset dataset, Texts texts) {
        List<AttributeRow> all = new ArrayList<>();
        dataset.userAttributes()
                .names()
                .forEach(name -> all.add(of("attribute.of.users", name, dataset.userAttributes(), texts)));
        dataset.itemAttributes()
                .names()
                .forEach(name -> all.add(of("attribute.of.items", name, dataset.itemAttributes(), texts)));
        return all;
    }

    private static AttributeRow of(String ofKey, String name, Attributes attributes, Texts texts) {
        String values = attributes.counts(name).stream()
                .limit(VALUES)
                .map(c -> c.getKey() + " " + Numbers.grouped(c.getValue()))
                .collect(Collectors.joining(" · "));
        return new AttributeRow(
                ofKey, name, texts.of(attributes.summary(name)), values, Distribution.of(attributes, name));
    }
}
