package nl.respijt.toegang;

/**
 * The browser in which somebody wants to sign in, by its cookie from before signing in. Whoever has the link or the code
 * but not this cookie gets nowhere: not a mail scanner, and nobody who was talked into giving the link away.
 */
record Apparaat(String koek) {
    byte[] hash() {
        return Koeken.hash("apparaat", koek);
    }

    String csrf() {
        return Koeken.csrf("apparaat:" + koek);
    }

    @Override
    public String toString() {
        return "Apparaat[…]";
    }
}
