package nl.respijt.toegang;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.respijt.recht.Handeling;

/**
 * Who may do what, in one table. What is not in it is not allowed.
 *
 * <p>A row is a {@link Handeling} and either the door that is open without a role ({@code iedereen}, {@code sleutel},
 * {@code demo}) or one word for each {@link Rol}: with whose things they may do it. {@code eigen} is only the own,
 * {@code groep} also those of the same group or house, {@code organisatie} also those of the same organisation,
 * {@code alle} also anybody's; {@code -} is not at all.
 *
 * <p>{@link RechtenFilter} holds the function (which role may at all) for every route, by its {@code @Mag}; the services
 * hold the object (with this one?) with {@link #mag(Rol, Handeling, Relatie)}. What one may not is answered as what does
 * not exist. {@code RechtenLoopTest} walks every route with every role and holds it against this table.
 */
public final class Rechten {
    private static final String TABEL = """
            #                            mantelzorger  gastheer  groepscoordinator  makelaar  aanbieder  verwijzer  gemeente  beheerder

            UITLEG_LEZEN                 iedereen
            GEZONDHEID_ZIEN              iedereen
            MOMENTEN_ZIEN                iedereen
            HUIZEN_ZIEN                  iedereen
            GROEPEN_ZIEN                 iedereen
            BOEKEN                       iedereen

            AFSPRAAK_ZIEN                sleutel
            AFSPRAAK_WIJZIGEN            sleutel
            AGENDA_VOLGEN                sleutel
            HERINNERINGEN_AFMELDEN       sleutel
            INVALLEN                     sleutel
            RUIL_BEANTWOORDEN            sleutel
            UITNODIGING_ZIEN             sleutel
            UITNODIGING_BEANTWOORDEN     sleutel

            DEMO_GEBRUIKEN               demo

            INLOGGEN                     iedereen
            UITLOGGEN                    eigen         eigen     eigen              eigen     eigen      eigen      eigen     eigen
            WERKPLEK_ZIEN                -             -         -                  -         eigen      eigen      eigen     eigen

            EIGEN_AFSPRAKEN_ZIEN         eigen         -         -                  -         -          -          -         -
            EIGEN_GEGEVENS_ZIEN          eigen         -         -                  -         -          -          -         -
            EIGEN_GEGEVENS_WIJZIGEN      eigen         -         -                  -         -          -          -         -
            EIGEN_GEGEVENS_WISSEN        eigen         -         -                  -         -          -          -         -
            UITVAL_MELDEN                eigen         -         -                  -         -          -          -         -

            EIGEN_ROOSTER_ZIEN           -             eigen     -                  -         -          -          -         -
            EIGEN_DIENST_AFMELDEN        -             eigen     -                  -         -          -          -         -
            EIGEN_AGENDA_BEHEREN         -             eigen     -                  -         -          -          -         -
            EIGEN_INZET_BEHEREN          -             eigen     -                  -         -          -          -         -
            EIGEN_DIENST_NEMEN           -             eigen     -                  -         -          -          -         -
            EIGEN_DIENST_RUILEN          -             eigen     -                  -         -          -          -         -
            EIGEN_ROOSTERGEGEVENS_ZIEN   -             eigen     -                  -         -          -          -         -
            EIGEN_ROOSTERGEGEVENS_WISSEN -             eigen     -                  -         -          -          -         -

            DIENST_ZIEN                  -             eigen     -                  alle      -          -          -         -
            DIENST_AFMELDEN              -             eigen     -                  alle      -          -          -         -
            DIENST_PLANNEN               -             -         -                  alle      -          -          -         -
            DIENST_OVERDRAGEN            -             -         -                  alle      -          -          -         -
            DIENST_RUILEN                -             -         -                  alle      -          -          -         -
            VOORSTEL_ZIEN                -             -         -                  alle      -          -          -         -
            VOORSTEL_MAKEN               -             -         -                  alle      -          -          -         -
            VOORSTEL_PUBLICEREN          -             -         -                  alle      -          -          -         -
            GASTHEREN_ZIEN               -             -         -                  alle      -          -          -         -
            GASTHEER_BEHEREN             -             -         -                  alle      -          -          -         -
            AGENDA_ANTWOORDEN_ZIEN       -             -         -                  alle      -          -          -         -
            AGENDASLEUTEL_BEHEREN        -             eigen     eigen              alle      eigen      -          -         -
            TEKSTEN_NAKIJKEN             -             -         -                  alle      -          -          -         -

            DEELNEMERS_ZIEN              -             -         eigen              alle      -          -          -         -
            DEELNEMER_BEHEREN            -             -         eigen              alle      -          -          -         -
            GROEPSBERICHT_STUREN         -             -         eigen              alle      -          -          -         -
            AANWEZIGHEID_MELDEN          -             -         eigen              alle      -          -          -         -

            WEEK_ZIEN                    -             -         -                  alle      -          -          -         -
            OPENSTELLING_ZIEN            -             -         -                  alle      -          -          -         -
            MOMENT_AFGELASTEN            -             -         -                  alle      -          -          -         -
            MOMENT_VERPLAATSEN           -             -         -                  alle      -          -          -         -
            OPENINGSTIJDEN_BEHEREN       -             -         -                  alle      -          -          -         -

            EIGEN_GROEPEN_ZIEN           -             -         eigen              -         -          -          -         -
            EIGEN_GROEPSAGENDA_BEHEREN   -             -         eigen              -         -          -          -         -
            GROEP_LEIDEN                 -             -         eigen              alle      -          -          -         -
            BIJEENKOMST_WIJZIGEN         -             -         eigen              alle      -          -          -         -
            GROEPEN_BEHEREN              -             -         -                  alle      -          -          -         -
            GROEP_BEHEREN                -             -         -                  alle      -          -          -         -

            AANBIEDERS_ZIEN              -             -         -                  alle      eigen      -          -         -
            CONTRACT_VASTLEGGEN          -             -         -                  alle      -          -          -         -

            HUISBEZOEKEN_ZIEN            -             -         -                  -         eigen      -          -         -
            HUISBEZOEK_BEANTWOORDEN      -             -         -                  alle      eigen      -          -         -
            MEDEWERKERS_ZIEN             -             -         -                  alle      eigen      -          -         -
            MEDEWERKER_BEHEREN           -             -         -                  -         eigen      -          -         -

            AANMELDINGEN_ZIEN            -             -         -                  -         eigen      -          -         -
            AANMELDING_BEANTWOORDEN      -             -         -                  -         eigen      -          -         -
            AANMELDING_BEHANDELEN        -             -         -                  alle      -          -          -         -
            WMO_VASTLEGGEN               -             -         -                  alle      -          -          -         -
            VERBLIJVEN_ZIEN              -             -         -                  alle      eigen      -          -         -
            VERBLIJF_MELDEN              -             -         -                  alle      eigen      -          -         -
            OVERDRACHT_ZIEN              -             -         -                  -         eigen      -          -         -
            BEDDEN_ZIEN                  -             -         -                  alle      eigen      -          -         -
            CIJFERS_ZIEN                 -             -         -                  alle      -          -          alle      -
            BED_BLOKKEREN                -             -         -                  -         eigen      -          -         -
            HUISREGELS_ZIEN              -             -         -                  alle      eigen      -          -         -
            HUISREGELS_WIJZIGEN          -             -         -                  -         eigen      -          -         -

            VOOR_ANDER_BOEKEN            -             -         -                  alle      -          -          -         -
            BOEKINGEN_ZIEN               -             -         -                  alle      -          -          -         -
            BOEKINGEN_TERUGDRAAIEN       -             -         -                  alle      -          -          -         -
            BELIJST_ZIEN                 -             -         -                  alle      -          -          -         -
            BELIJST_AFHANDELEN           -             -         -                  alle      -          -          -         -
            MANTELZORGERS_ZOEKEN         -             -         -                  alle      -          -          -         -
            MANTELZORGER_ZIEN            -             -         -                  alle      -          -          -         -
            MANTELZORGER_WIJZIGEN        -             -         -                  alle      -          -          -         -
            MANTELZORGER_WISSEN          -             -         -                  alle      -          -          -         -
            INZAGE_CONTROLEREN           -             -         -                  alle      -          -          -         -
            EIGEN_INZAGE_ZIEN            eigen         -         -                  -         -          -          -         -

            TOEGANG_BEHEREN              -             -         -                  -         -          -          -         alle
            ACCOUNT_WISSEN               -             -         -                  -         -          -          -         alle
            BEWAARTERMIJNEN_ZIEN         -             -         -                  -         -          -          -         alle
            """;

    private static final Map<String, Relatie> WOORDEN = Map.of(
            "eigen", Relatie.EIGEN,
            "groep", Relatie.ZELFDE_GROEP_OF_HUIS,
            "organisatie", Relatie.ZELFDE_ORGANISATIE,
            "alle", Relatie.ANDER);

    private static final Map<Handeling, Rij> RIJEN = lees(TABEL);

    /** The door, and for each role that may the widest circle. */
    private record Rij(Deur deur, Map<Rol, Relatie> bereik) {}

    private Rechten() {}

    public static Deur deur(Handeling handeling) {
        return rij(handeling).deur();
    }

    /** The widest circle in which this role may do it; empty when it may not at all. */
    public static Optional<Relatie> bereik(Rol rol, Handeling handeling) {
        return Optional.ofNullable(rij(handeling).bereik().get(rol));
    }

    /** Whether this role may do it with anything at all. */
    public static boolean mag(Rol rol, Handeling handeling) {
        return bereik(rol, handeling).isPresent();
    }

    /** Whether this role may do it with something that near. */
    public static boolean mag(Rol rol, Handeling handeling, Relatie relatie) {
        return bereik(rol, handeling)
                .filter(bereik -> relatie.compareTo(bereik) <= 0)
                .isPresent();
    }

    private static Rij rij(Handeling handeling) {
        return Optional.ofNullable(RIJEN.get(handeling))
                .orElseThrow(() -> new IllegalStateException(handeling + " has no row in the table of rights"));
    }

    /** Fails at the start of the service when a word is unknown, a column is missing, or a row is missing or twice there. */
    static Map<Handeling, Rij> lees(String tabel) {
        var rijen = new EnumMap<Handeling, Rij>(Handeling.class);
        tabel.lines()
                .filter(regel -> !regel.isBlank() && !regel.startsWith("#"))
                .map(regel -> List.of(regel.strip().split(" +")))
                .forEach(woorden -> {
                    var handeling = Handeling.valueOf(woorden.getFirst());
                    if (rijen.put(handeling, rij(woorden.subList(1, woorden.size()))) != null) {
                        throw new IllegalStateException(handeling + " has two rows in the table of rights");
                    }
                });
        for (var handeling : Handeling.values()) {
            if (!rijen.containsKey(handeling)) {
                throw new IllegalStateException(handeling + " has no row in the table of rights");
            }
        }
        return rijen;
    }

    private static Rij rij(List<String> woorden) {
        if (woorden.size() == 1) {
            return new Rij(Deur.valueOf(woorden.getFirst().toUpperCase(Locale.ROOT)), Map.of());
        }
        if (woorden.size() != Rol.values().length) {
            throw new IllegalStateException("a row of rights needs a word for each role: " + woorden);
        }
        var bereik = new EnumMap<Rol, Relatie>(Rol.class);
        var kolommen = woorden.iterator();
        for (var rol : Rol.values()) {
            var woord = kolommen.next();
            if (!woord.equals("-")) {
                bereik.put(
                        rol,
                        Optional.ofNullable(WOORDEN.get(woord))
                                .orElseThrow(() -> new IllegalStateException("no word of rights: " + woord)));
            }
        }
        return new Rij(Deur.AANMELDING, bereik);
    }
}
