package dev.nara.data;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The meaning of a column of attributes, whatever its name in the file. */
public enum Role {
    /** The item's name for people. */
    TITLE("(movie|film|item|album|book|product|video|song|track|artist|game|app)?[-_"
            + " ]?(title|name)|제목|상품명|titel|titre|t[ií]tulo|titolo|bezeichnung|タイトル|商品名|标题|書名|书名|名称"),
    /** The item's genre, or its genres, the main one first. */
    GENRE("genres?|genres?[_ ].*|class|categor(y|ies)|장르|분류|kategorie|catégorie|categor[ií]a|g[eé]nero|ジャンル|类别|类型|分類"),
    /** The series to which the item belongs. */
    SERIES("series|series[_ ](name|title)|시리즈"),
    /** The user's age in years. */
    AGE("age|나이|연령|alter|edad|âge|年齢|年龄"),
    /** The user's sex. */
    SEX("sex|gender|성별|geschlecht|sexe|sexo|性別|性别");

    private final Pattern usualNames;

    Role(String usualNames) {
        this.usualNames = Pattern.compile(usualNames);
    }

    /** The role's name on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role with a name from the command line. */
    public static Optional<Role> named(String word) {
        return List.of(values()).stream()
                .filter(role -> role.word().equals(word))
                .findFirst();
    }

    /** The role that a column of this name usually has. */
    public static Optional<Role> ofColumn(String name) {
        String lower = name.strip().toLowerCase(Locale.ROOT);
        return List.of(values()).stream()
                .filter(role -> role.usualNames.matcher(lower).matches())
                .findFirst();
    }
}
