package dev.nara.ui.child;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class GridShapeTest {
    @Test
    void aWindowOf1280By800ShowsFifteenCardsAndTenTiles() {
        GridShape shape = GridShape.of(708, 406, 25);
        assertEquals(new GridShape(5, 15, 10, 132, 12, 112, 12), shape);
        assertEquals(406, shape.height(25));
        assertEquals(576, shape.x(4));
        assertEquals(124, shape.y(5));
        assertEquals(44, shape.x(15), "the tiles begin right of which ranks they are");
        assertEquals(372, shape.y(15));
    }

    @Test
    void cardsComeCloserWhereThatMakesAnotherRow() {
        GridShape shape = GridShape.of(708, 380, 25);
        assertEquals(5, shape.columns());
        assertEquals(15, shape.cards());
        assertTrue(shape.height(25) <= 380 && shape.tall() >= AlbumCard.LEAST_HEIGHT);
    }

    @Test
    void cardsAreLargerWhereAllHaveRoom() {
        GridShape shape = GridShape.of(1350, 660, 25);
        assertEquals(7, shape.columns());
        assertEquals(25, shape.cards());
        assertEquals(182, shape.wide());
        assertEquals(194, shape.x(1));
        assertTrue(shape.height(25) <= 660 && shape.x(6) + shape.wide() <= 1350);
        assertEquals(132, GridShape.of(1350, 660, 5).wide(), "a few in a row stay as they are");
    }

    @Test
    void aWideAndHighWindowHasCardsOnlyAndASmallOneARow() {
        assertEquals(25, GridShape.of(1100, 1000, 25).cards());
        assertEquals(5, GridShape.of(708, 100, 25).cards());
        assertEquals(3, GridShape.of(708, 406, 3).cards());
        assertEquals(112, GridShape.of(708, 406, 3).height(3));
    }
}
