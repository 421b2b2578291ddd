package dev.nara.data;

/** The role of a column of a delimited file. */
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
