package nl.respijt.kortverblijf;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import nl.respijt.boeking.BoekVerzoek;
import nl.respijt.kortverblijf.Intake.Urgentie;
import nl.respijt.kortverblijf.Intake.Wensen;
import nl.respijt.kortverblijf.Intake.Wmo;
import nl.respijt.mantelzorger.Contact;
import nl.respijt.mantelzorger.ContactLezer;
import nl.respijt.web.Fout;
import nl.respijt.web.Taal;
import nl.respijt.web.Velden;

/** Reads an intake from JSON: all faults at once, or another road. */
public final class AanmeldingInvoer {
    static final String JEUGD = "jeugd";
    static final String WLZ = "wlz";

    /** Longer is no short stay. */
    static final int MAX_NACHTEN = 60;

    public static final int MAX_FLEXIBEL = 60;
    public static final int MAX_WMO = 365;
    static final int MAX_WOORD = 60;

    private static final String KIND = "0-17";
    private static final List<String> LEEFTIJDEN =
            Stream.concat(Stream.of(KIND), Regel.LEEFTIJD.antwoorden().stream()).toList();
    private static final List<String> URGENTIES =
            Stream.of(Urgentie.values()).map(Urgentie::woord).toList();
    private static final List<String> WMO =
            Stream.of(Wmo.values()).map(Wmo::woord).toList();
    private static final List<String> WEL_NIET = List.of("ja", "nee", "weet-niet");
    private static final List<String> TALEN =
            Stream.of(Taal.values()).map(Taal::code).toList();

    private AanmeldingInvoer() {}

    /** Who asks and what they answer. */
    record Gevraagd(String naam, Contact contact, Taal taal, Intake intake) {}

    /** What came of reading it. */
    sealed interface Gelezen {
        record Goed(Gevraagd gevraagd) implements Gelezen {}

        /** Another law pays; what else they typed is not looked at. */
        record Route(String route, Taal taal) implements Gelezen {}

        record Fouten(List<Fout> fouten) implements Gelezen {}
    }

    static Gelezen lees(Velden velden, LocalDate vandaag) {
        var wie = velden.deel("wie");
        var taal = wie.flatMap(deel -> deel.keuze("taal", TALEN))
                .flatMap(Taal::van)
                .orElse(Taal.NL);
        var leeftijd = velden.verplichteKeuze("leeftijd", LEEFTIJDEN);
        var wlz = velden.keuze("wlz", WEL_NIET).orElse("weet-niet");
        if (leeftijd.filter(KIND::equals).isPresent()) {
            return new Gelezen.Route(JEUGD, taal);
        }
        if (wlz.equals("ja")) {
            return new Gelezen.Route(WLZ, taal);
        }
        if (velden.isLeeg("wie")) {
            velden.fout("wie.naam", "fout.geen-naam");
            velden.fout("wie.email", "fout.geen-contact");
        }
        var naam = wie.map(deel -> deel.verplicht("naam", BoekVerzoek.MAX_NAAM, "fout.geen-naam"));
        var contact = wie.flatMap(ContactLezer::lees);
        var verblijf = verblijf(velden, vandaag);
        var urgentie = velden.verplichteKeuze("urgentie", URGENTIES);
        var flexibel = velden.getal("flexibeleDagen", 0, MAX_FLEXIBEL).orElse(0);
        var wmo = velden.keuze("wmo", WMO).orElse(Wmo.WEET_NIET.woord());
        var wmoNachten = velden.getal("wmoNachten", 0, MAX_WMO);
        var antwoorden = new HashMap<Regel, String>();
        leeftijd.ifPresent(woord -> antwoorden.put(Regel.LEEFTIJD, woord));
        for (var vraag : Regel.vragen()) {
            if (vraag != Regel.LEEFTIJD) {
                velden.verplichteKeuze(vraag.woord(), metWeetNiet(vraag))
                        .filter(woord -> !woord.equals(Intake.WEET_NIET))
                        .ifPresent(woord -> antwoorden.put(vraag, woord));
            }
        }
        var wensen = velden.deel("wensen").map(AanmeldingInvoer::wensen).orElse(Wensen.GEEN);
        var fouten = velden.fouten();
        if (!fouten.isEmpty() || naam.isEmpty() || contact.isEmpty() || verblijf.isEmpty()) {
            return new Gelezen.Fouten(fouten);
        }
        return new Gelezen.Goed(new Gevraagd(
                naam.get(),
                contact.get(),
                taal,
                new Intake(
                        antwoorden,
                        woord(Urgentie.values(), Urgentie::woord, urgentie.orElseThrow()),
                        verblijf.get(),
                        flexibel,
                        woord(Wmo.values(), Wmo::woord, wmo),
                        wmoNachten.map(OptionalInt::of).orElseGet(OptionalInt::empty),
                        wensen)));
    }

    private static List<String> metWeetNiet(Regel vraag) {
        return Stream.concat(vraag.antwoorden().stream(), Stream.of(Intake.WEET_NIET))
                .toList();
    }

    private static <T> T woord(T[] alle, java.util.function.Function<T, String> woord, String gezocht) {
        return Stream.of(alle)
                .filter(een -> woord.apply(een).equals(gezocht))
                .findFirst()
                .orElseThrow();
    }

    /** The fields van and tot: a night at least, none of them past, and not more than a short stay has. */
    public static Optional<Verblijf> verblijf(Velden velden, LocalDate vandaag) {
        return verblijf(velden, vandaag, MAX_NACHTEN);
    }

    static Optional<Verblijf> verblijf(Velden velden, LocalDate vandaag, int hoogstens) {
        var van = velden.datum("van");
        var tot = velden.datum("tot");
        if (velden.isLeeg("van")) {
            velden.fout("van", "fout.geen-datum");
        }
        if (velden.isLeeg("tot")) {
            velden.fout("tot", "fout.geen-datum");
        }
        if (van.filter(vandaag::isAfter).isPresent()) {
            velden.fout("van", "fout.dag-voorbij");
            return Optional.empty();
        }
        if (van.isEmpty() || tot.isEmpty()) {
            return Optional.empty();
        }
        if (!van.get().isBefore(tot.get())) {
            velden.fout("tot", "fout.geen-nacht");
            return Optional.empty();
        }
        var verblijf = new Verblijf(van.get(), tot.get());
        if (verblijf.aantal() > hoogstens) {
            velden.fout("tot", "fout.te-veel-nachten", hoogstens);
            return Optional.empty();
        }
        return Optional.of(verblijf);
    }

    private static Wensen wensen(Velden velden) {
        return new Wensen(
                velden.tekst("wijk", MAX_WOORD),
                velden.tekst("taal", MAX_WOORD),
                velden.jaNee("eigenBadkamer").orElse(false),
                velden.jaNee("mantelzorgerMee").orElse(false),
                velden.jaNee("proefnacht").orElse(false),
                velden.alinea("opmerking", Wensen.MAX_OPMERKING));
    }
}
