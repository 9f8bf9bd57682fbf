package nl.respijt.kortverblijf.intake;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.respijt.boeking.BoekVerzoek;
import nl.respijt.gemeente.Gemeente;
import nl.respijt.kortverblijf.AanmeldingInvoer;
import nl.respijt.kortverblijf.Intake;
import nl.respijt.kortverblijf.Intake.Urgentie;
import nl.respijt.kortverblijf.Intake.Wensen;
import nl.respijt.kortverblijf.Intake.Wmo;
import nl.respijt.kortverblijf.Regel;
import nl.respijt.kortverblijf.Verblijf;
import nl.respijt.mantelzorger.ContactLezer;
import nl.respijt.web.Taal;
import nl.respijt.web.Velden;

/** Reads the answers of one page; what is wrong stands with its field, in words that say what to do. */
public final class IntakeInvoer {
    /** The age bands, the one of another law first. */
    public static final List<String> LEEFTIJDEN = Stream.concat(
                    Stream.of(Concept.KIND), Regel.LEEFTIJD.antwoorden().stream())
            .toList();

    public static final List<String> URGENTIES =
            Stream.of(Urgentie.values()).map(Urgentie::woord).toList();

    /** What of Wlz and Wmo there is; who has the first is paid by another law. */
    public static final List<String> BESLUITEN = List.of(
            Concept.BESLUIT_WLZ, Wmo.TOEGEKEND.woord(), Wmo.GEVRAAGD.woord(), Wmo.GEEN.woord(), Wmo.WEET_NIET.woord());

    /** So many days earlier or later; a choice, because nobody counts them. */
    public static final List<Integer> FLEXIBEL = List.of(0, 1, 2, 3, 7, 14);

    /** How long somebody stays who needs it tonight: longer can be arranged from there. */
    public static final int MAX_NACHTEN_NU = 14;

    private final Velden velden;
    private final Concept concept;
    private final LocalDate vandaag;
    private final Gemeente gemeente;
    private final Taal pagina;
    private final Map<String, String> antwoorden = new HashMap<>();

    private IntakeInvoer(Velden velden, Concept concept, LocalDate vandaag, Gemeente gemeente, Taal pagina) {
        this.velden = velden;
        this.concept = concept;
        this.vandaag = vandaag;
        this.gemeente = gemeente;
        this.pagina = pagina;
    }

    /**
     * What was answered, by field; incomplete when there are faults.
     *
     * @param pagina in which a carer reads, and so in which we write to them; a makelaar chooses it in the form
     */
    static Map<String, String> lees(
            Stap stap, Velden velden, Concept concept, LocalDate vandaag, Gemeente gemeente, Taal pagina) {
        var invoer = new IntakeInvoer(velden, concept, vandaag, gemeente, pagina);
        switch (stap) {
            case WIE -> invoer.wie();
            case BEREIKEN -> invoer.bereiken();
            case HAAST -> invoer.kies("urgentie", URGENTIES);
            case NACHTEN -> invoer.nachten();
            case BESLUIT -> invoer.besluit();
            case MOBILITEIT, NACHTZORG, MEDICATIE, ONRUST, DEMENTIE ->
                invoer.kies(stap.woord(), zorgwoorden(stap.zorg().orElseThrow()));
            case WENSEN -> invoer.wensen();
        }
        return Map.copyOf(invoer.antwoorden);
    }

    /** The answers to choose from, with the one that nobody has to be ashamed of. */
    public static List<String> zorgwoorden(Regel vraag) {
        return Stream.concat(vraag.antwoorden().stream(), Stream.of(Intake.WEET_NIET))
                .toList();
    }

    private void kies(String veld, List<String> woorden) {
        if (velden.isLeeg(veld)) {
            velden.fout(veld, "intake.kies-een");
        }
        velden.keuze(veld, woorden).ifPresent(woord -> antwoorden.put(veld, woord));
    }

    private void wie() {
        var naam = velden.verplicht("naam", BoekVerzoek.MAX_NAAM, "fout.geen-naam");
        if (!naam.isEmpty()) {
            antwoorden.put("naam", naam);
        }
        kies("leeftijd", LEEFTIJDEN);
    }

    private void bereiken() {
        ContactLezer.lees(velden).ifPresent(contact -> antwoorden.putAll(contact.waarden()));
        antwoorden.put(
                "taal",
                velden.keuze("taal", Stream.of(Taal.values()).map(Taal::code).toList())
                        .orElse(pagina.code()));
    }

    private void nachten() {
        var verblijf = concept.isNu() ? nu() : AanmeldingInvoer.verblijf(velden, vandaag);
        verblijf.ifPresent(nachten -> {
            antwoorden.put("van", nachten.van().toString());
            antwoorden.put("tot", nachten.tot().toString());
        });
        if (!concept.isNu()) {
            velden.getal("flexibeleDagen", 0, AanmeldingInvoer.MAX_FLEXIBEL)
                    .ifPresent(dagen -> antwoorden.put("flexibeleDagen", dagen.toString()));
        }
    }

    /** Tonight or tomorrow, and for how many nights. */
    private Optional<Verblijf> nu() {
        if (velden.isLeeg("van")) {
            velden.fout("van", "intake.kies-een");
        }
        var van = velden.datum("van");
        if (van.filter(dag -> dag.isBefore(vandaag) || dag.isAfter(vandaag.plusDays(1)))
                .isPresent()) {
            velden.fout("van", "intake.nu-vandaag");
            van = Optional.empty();
        }
        if (velden.isLeeg("nachten")) {
            velden.fout("nachten", "intake.kies-nachten");
        }
        var nachten = velden.getal("nachten", 1, MAX_NACHTEN_NU);
        return van.flatMap(dag -> nachten.map(aantal -> new Verblijf(dag, dag.plusDays(aantal))));
    }

    private void besluit() {
        kies("besluit", BESLUITEN);
        if (velden.zoals("besluit").equals(Wmo.TOEGEKEND.woord())) {
            velden.getal("wmoNachten", 0, AanmeldingInvoer.MAX_WMO)
                    .ifPresent(nachten -> antwoorden.put("wmoNachten", nachten.toString()));
        } else {
            velden.negeer("wmoNachten");
        }
    }

    private void wensen() {
        velden.keuze("wijk", gemeente.wijken()).ifPresent(wijk -> antwoorden.put("wijk", wijk));
        velden.keuze("gesproken", gemeente.talen()).ifPresent(taal -> antwoorden.put("gesproken", taal));
        for (var veld : List.of("eigenBadkamer", "mantelzorgerMee", "proefnacht")) {
            velden.jaNee(veld).filter(Boolean::booleanValue).ifPresent(_ -> antwoorden.put(veld, Concept.JA));
        }
        velden.alinea("opmerking", Wensen.MAX_OPMERKING).ifPresent(tekst -> antwoorden.put("opmerking", tekst));
        antwoorden.put("wensen", Concept.JA);
    }
}
