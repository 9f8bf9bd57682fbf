package nl.respijt.recht;

/**
 * What one can do here. Each has one row in the table of rights ({@code toegang.Rechten}) that says who may.
 *
 * <p>A new route: choose its word here (or add one, with its row there), and put {@code @Mag(Handeling.…)} on the
 * controller's method. Whether it is about one's own things is asked in the service, with {@code Rechten.mag(…)}.
 */
public enum Handeling {
    UITLEG_LEZEN,
    GEZONDHEID_ZIEN,
    MOMENTEN_ZIEN,
    HUIZEN_ZIEN,
    BOEKEN,

    AFSPRAAK_ZIEN,
    AFSPRAAK_WIJZIGEN,
    AGENDA_VOLGEN,
    HERINNERINGEN_AFMELDEN,

    DEMO_GEBRUIKEN,

    INLOGGEN,
    UITLOGGEN,
    EIGEN_AFSPRAKEN_ZIEN,
    EIGEN_GEGEVENS_ZIEN,
    EIGEN_GEGEVENS_WIJZIGEN,
    EIGEN_GEGEVENS_WISSEN,
    WERKPLEK_ZIEN,

    EIGEN_ROOSTER_ZIEN,
    EIGEN_DIENST_AFMELDEN,
    EIGEN_AGENDA_BEHEREN,
    EIGEN_ROOSTERGEGEVENS_ZIEN,
    EIGEN_ROOSTERGEGEVENS_WISSEN,

    DIENST_ZIEN,
    DIENST_AFMELDEN,
    DIENST_PLANNEN,
    DIENST_OVERDRAGEN,
    DIENST_RUILEN,
    GASTHEREN_ZIEN,
    AGENDASLEUTEL_BEHEREN,

    WEEK_ZIEN,
    OPENSTELLING_ZIEN,
    MOMENT_AFGELASTEN,
    MOMENT_VERPLAATSEN,
    OPENINGSTIJDEN_BEHEREN,

    VOOR_ANDER_BOEKEN,
    BOEKINGEN_ZIEN,
    BOEKINGEN_TERUGDRAAIEN,
    BELIJST_ZIEN,
    BELIJST_AFHANDELEN,
    MANTELZORGERS_ZOEKEN,
    MANTELZORGER_ZIEN,
    MANTELZORGER_WIJZIGEN,
    MANTELZORGER_WISSEN,
    INZAGE_CONTROLEREN,
    EIGEN_INZAGE_ZIEN,

    TOEGANG_BEHEREN,
    BEWAARTERMIJNEN_ZIEN
}
