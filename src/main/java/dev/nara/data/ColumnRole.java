package dev.nara.data;

/** What one column of a delimited file holds. */
public enum ColumnRole {
    IGNORE,
    USER,
    ITEM,
    TIME,
    NUMBER,
    WORD,
    USER_ATTRIBUTE,
    ITEM_ATTRIBUTE
}
