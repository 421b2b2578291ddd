package dev.nara.data;

/** What one column of a delimited file holds. */
public enum ColumnRole {
    IGNORE,
    USER,
    ITEM,
    TIME,
    NUMBER,
    USER_ATTRIBUTE,
    ITEM_ATTRIBUTE
}
