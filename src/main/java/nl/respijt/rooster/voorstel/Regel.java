package nl.respijt.rooster.voorstel;

/**
 * What counts in a roster, and how much one time of it weighs. What never may be comes before the openstelling without a
 * gastheer, and that before everything that is only pleasant. Training, house and availability are no rules here: who
 * fails one of them ({@link Belet#vast}) is never considered.
 */
enum Regel {
    /** On two openstellingen at once, or on one dagdeel. */
    DUBBEL(Zwaarte.NOOIT, 1),
    /** Two dagdelen on one day, for who did not say that it is fine. */
    RUST(Zwaarte.NOOIT, 1),
    /** A dienst more than the maximum of the month. */
    MAXIMUM(Zwaarte.NOOIT, 1),

    /** An openstelling without a trained gastheer. */
    ZONDER(Zwaarte.EERST, 1),

    /** An openstelling with one gastheer; domain.md: two are better. */
    ALLEEN(Zwaarte.LIEVER, 100_000),
    /** A new gastheer without the experienced one who would go along. */
    MAATJE(Zwaarte.LIEVER, 20_000),
    /** A dienst more than this gastheer wishes in a month. */
    WENS_PER_MAAND(Zwaarte.LIEVER, 15_000),
    /** A dienst without who this gastheer likes to be there with. */
    WENS_SAMEN(Zwaarte.LIEVER, 6_000),
    /** A dienst elsewhere than in the house that this gastheer likes best. */
    WENS_HUIS(Zwaarte.LIEVER, 6_000),
    /** A language of the house that nobody there speaks. */
    TAAL(Zwaarte.LIEVER, 2_000),
    /** A dienst that was planned and goes to another. */
    VERANDERD(Zwaarte.LIEVER, 1_500),
    /** Two diensten of one gastheer within a week: nobody is asked again and again. */
    KORT_NA_ELKAAR(Zwaarte.LIEVER, 600),
    /** Each house more than one: a known face is better. */
    WISSELEND_HUIS(Zwaarte.LIEVER, 500),
    /** The square of the diensten over what somebody can do: the most for who already does the most. */
    DRUK(Zwaarte.LIEVER, 1);

    enum Zwaarte {
        NOOIT,
        EERST,
        LIEVER
    }

    final Zwaarte zwaarte;
    final long gewicht;

    /** Its place in a row of counts: a map would cost more than the counting. */
    @SuppressWarnings("EnumOrdinal")
    final int plek = ordinal();

    Regel(Zwaarte zwaarte, long gewicht) {
        this.zwaarte = zwaarte;
        this.gewicht = gewicht;
    }
}
