package dev.nara.spark;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Iterates over elements that are produced block by block; only one block is in memory at a time. */
final class Blocks<T> implements Iterator<T> {
    private final BooleanSupplier more;
    private final Supplier<? extends Collection<T>> next;
    private Iterator<T> block = List.<T>of().iterator();

    /**
     * @param more whether there is another block
     * @param next produces the next block, which may be empty
     */
    Blocks(BooleanSupplier more, Supplier<? extends Collection<T>> next) {
        this.more = more;
        this.next = next;
    }

    @Override
    public boolean hasNext() {
        while (!block.hasNext() && more.getAsBoolean()) {
            block = next.get().iterator();
        }
        return block.hasNext();
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return block.next();
    }
}
