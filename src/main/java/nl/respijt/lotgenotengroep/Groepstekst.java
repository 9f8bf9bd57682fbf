package nl.respijt.lotgenotengroep;

import java.util.List;
import java.util.stream.Collectors;
import nl.respijt.lotgenotengroep.Ritme.Maand;
import nl.respijt.lotgenotengroep.Ritme.Weken;
import nl.respijt.web.Datums;
import nl.respijt.web.Taal;
import nl.respijt.web.Teksten;

/** Says in words when a group meets and what it is, in the language of whoever reads. */
public final class Groepstekst {
    private Groepstekst() {}

    /** "Om de week op dinsdag, 10.00 tot 12.00 uur. Niet in de schoolvakanties." */
    public static String ritme(Ritmelijn lijn, Teksten t, Datums d) {
        var uren = t.van(
                "tijd.uren", d.tijd(lijn.uren().begin()), d.tijd(lijn.uren().eind()));
        var zin = dagen(lijn.ritme(), t, d) + ", " + uren + ".";
        return lijn.zonderSchoolvakanties() ? zin + " " + t.van("ritme.niet-in-vakanties") : zin;
    }

    /** All lines, one sentence after the other; that it is not known yet when there is none. */
    public static String ritmes(List<Ritmelijn> lijnen, Teksten t, Datums d) {
        return lijnen.isEmpty()
                ? t.van("ritme.nog-niet")
                : lijnen.stream().map(lijn -> ritme(lijn, t, d)).collect(Collectors.joining(" "));
    }

    private static String dagen(Ritme ritme, Teksten t, Datums d) {
        var dag = d.weekdag(ritme.dag());
        return switch (ritme) {
            case Weken weken ->
                switch (weken.elke()) {
                    case 1 -> t.van("ritme.elke-week", dag);
                    case 2 -> t.van("ritme.om-de-week", dag);
                    default -> t.van("ritme.elke-weken", dag, weken.elke());
                };
            case Maand maand -> {
                var hoeveelste = t.van("ritme.hoeveelste-" + maand.hoeveelste());
                yield maand.elke() == 1
                        ? t.van("ritme.elke-maand", dag, hoeveelste)
                        : t.van("ritme.elke-maanden", dag, hoeveelste, maand.elke());
            }
        };
    }

    /** "Nederlands, Arabisch" */
    public static String talen(List<String> talen, Teksten t) {
        return talen.stream().map(taal -> taal(taal, t)).collect(Collectors.joining(", "));
    }

    private static String taal(String code, Teksten t) {
        var sleutel = "taal." + code;
        return t.sleutels().contains(sleutel) ? t.van(sleutel) : code;
    }

    /** For whom it is. The makelaar wrote that in Dutch; who reads another language is told it of all groups of its soort. */
    public static String doelgroep(Lotgenotengroep groep, Teksten t) {
        return t.taal() == Taal.NL
                ? groep.doelgroep()
                : t.van("groep.doelgroep-" + groep.soort().woord());
    }

    /** What happens there, in plain words. */
    public static String uitleg(Lotgenotengroep groep, Teksten t) {
        return groep.uitleg().isBlank() ? t.van("groep.uitleg-" + groep.soort().woord()) : groep.uitleg();
    }

    /** What speaks to the reader: young carers are "jij", as on their own door; to everybody else it says "u". */
    public static String aan(Lotgenotengroep groep, String sleutel, Teksten t) {
        return t.van(groep.soort() == Groepssoort.JONG ? sleutel + ".jij" : sleutel);
    }

    /** What everybody may count on, and how far it goes. */
    public static String afspraken(Lotgenotengroep groep, Teksten t) {
        return groep.afspraken().isBlank() ? t.van("groep.afspraken") : groep.afspraken();
    }
}
