package nl.respijt.lotgenotengroep;

import jakarta.inject.Singleton;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.respijt.boeking.Plek;
import nl.respijt.database.Transacties;
import nl.respijt.gemeente.Gemeente;
import nl.respijt.gemeente.Groep;
import nl.respijt.gemeente.Groep.Ritme.Eenheid;
import nl.respijt.gemeente.Huis;
import nl.respijt.lotgenotengroep.Ritme.Maand;
import nl.respijt.lotgenotengroep.Ritme.Weken;
import nl.respijt.tijd.Dagdeel;
import nl.respijt.tijd.Dagdelen.Uren;
import nl.respijt.tijd.Id;
import nl.respijt.tijd.Klok;

/**
 * Brings the groups of the gemeente's file into the database, with their rhythm. A group that is there stays as it is:
 * loading the file again changes nothing. What the file leaves out (day, place, languages, …) is chosen here, always the
 * same for the same file and spread over the week and the wijken; a group of which anything was chosen is an example.
 */
@Singleton
public final class GroepInrichting {
    private static final LocalTime NA_SCHOOL = LocalTime.of(15, 30);
    private static final int UREN = 2;
    private static final int WERKDAGEN = 5;
    private static final List<Dagdeel> DAGDELEN = List.of(Dagdeel.values());

    /** A place, weekday and dagdeel that something else has. */
    private record Bezet(String plaats, int dag, Dagdeel dagdeel) {}

    private final Transacties transacties;
    private final GroepRepository groepen;
    private final Bijeenkomsten bijeenkomsten;
    private final Gemeente gemeente;
    private final Klok klok;

    GroepInrichting(
            Transacties transacties,
            GroepRepository groepen,
            Bijeenkomsten bijeenkomsten,
            Gemeente gemeente,
            Klok klok) {
        this.transacties = transacties;
        this.groepen = groepen;
        this.bijeenkomsten = bijeenkomsten;
        this.gemeente = gemeente;
        this.klok = klok;
    }

    public void richtIn() {
        transacties.schrijf(handle -> {
            var maandag = klok.vandaag().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            var bezet = bezetDoorHuizen();
            var uitBestand = gemeente.lotgenotengroepen();
            for (var n = 0; n < uitBestand.size(); n++) {
                var groep = groep(uitBestand.get(n), n);
                var lijn = lijn(groep, uitBestand.get(n), n, maandag, bezet);
                if (groepen.insert(handle, groep)) {
                    groepen.insert(handle, lijn);
                }
            }
            bijeenkomsten.planVooruit(handle);
            return gemeente.naam();
        });
    }

    private Set<Bezet> bezetDoorHuizen() {
        var bezet = new HashSet<Bezet>();
        gemeente.huizen()
                .forEach(huis ->
                        huis.open().forEach(open -> bezet.add(new Bezet(plaats(huis), open.isoDag(), open.dagdeel()))));
        return bezet;
    }

    private Lotgenotengroep groep(Groep uit, int n) {
        var keuzes = uit.keuzes();
        var amwaht = uit.soort() == Groep.Soort.AMWAHT;
        return new Lotgenotengroep(
                Id.nieuw(klok.instant()),
                uit.naam(),
                Groepssoort.valueOf(uit.soort().name()),
                uit.doelgroep(),
                "",
                keuzes.talen().isEmpty() ? talen(amwaht, n) : keuzes.talen(),
                plek(keuzes, n),
                uit.deelnemers(),
                0,
                uit.status() == Groep.Status.LOOPT ? Groepsstatus.LOOPT : Groepsstatus.DOORSTART,
                keuzes.open().orElse(true),
                keuzes.alleenVrouwen().orElse(amwaht && n % 5 == 2),
                keuzes.kennismaking().orElse(amwaht && n % 4 == 1),
                uit.voorbeeld() || isAangevuld(keuzes),
                "",
                Optional.empty(),
                Optional.empty(),
                0);
    }

    private static boolean isAangevuld(Groep.Keuzes keuzes) {
        return keuzes.isoDag().isEmpty()
                || (keuzes.uren().isEmpty() && keuzes.dagdeel().isEmpty())
                || keuzes.talen().isEmpty()
                || keuzes.plaats().isEmpty();
    }

    /** Dutch, and for most groups of carers with a migration background one more of the languages of the pages. */
    private List<String> talen(boolean amwaht, int n) {
        var talen = new ArrayList<>(gemeente.talen().subList(0, 1));
        var andere = gemeente.talen().stream()
                .filter(taal -> !talen.contains(taal) && !taal.equals("en"))
                .toList();
        if (amwaht && !andere.isEmpty() && n % 4 != 3) {
            talen.add(andere.get(n % andere.size()));
        } else if (amwaht && gemeente.talen().contains("en")) {
            talen.add("en");
        }
        return talen;
    }

    /** In the house of the wijk where there is one, else in a made-up community centre. */
    private Plek plek(Groep.Keuzes keuzes, int n) {
        var wijk = keuzes.wijk()
                .orElseGet(() -> gemeente.wijken().get(n % gemeente.wijken().size()));
        if (keuzes.plaats().isPresent()) {
            return new Plek(wijk, keuzes.plaats().get(), true);
        }
        return gemeente.huizen().stream()
                .filter(huis -> huis.wijk().equals(wijk))
                .findFirst()
                .map(huis -> new Plek(wijk, plaats(huis), huis.rolstoeltoegankelijk()))
                .orElseGet(() -> new Plek(wijk, "Voorbeeldbuurthuis " + wijk, true));
    }

    private static String plaats(Huis huis) {
        return huis.adres().map(adres -> huis.naam() + ", " + adres).orElse(huis.naam());
    }

    private Ritmelijn lijn(Lotgenotengroep groep, Groep uit, int n, LocalDate maandag, Set<Bezet> bezet) {
        var keuzes = uit.keuzes();
        var jong = uit.soort() == Groep.Soort.JONG;
        var ronde = n / gemeente.wijken().size(); // so many groups were in this wijk before
        var dagdeel = keuzes.dagdeel()
                .or(() -> keuzes.uren().map(uren -> Dagdeel.bij(uren.begin())))
                .orElse(jong ? Dagdeel.MIDDAG : DAGDELEN.get((n + ronde) % DAGDELEN.size()));
        var dag = keuzes.isoDag()
                .orElseGet(() -> jong ? DayOfWeek.WEDNESDAY.getValue() : vrijeDag(groep, n, dagdeel, bezet));
        bezet.add(new Bezet(groep.plek().plaats(), dag, dagdeel));
        var uren = keuzes.uren()
                .orElse(
                        jong && keuzes.dagdeel().isEmpty()
                                ? new Uren(NA_SCHOOL, NA_SCHOOL.plusHours(UREN))
                                : uren(dagdeel));
        var elke = uit.ritme().elke();
        var ritme = uit.ritme().eenheid() == Eenheid.WEEK
                ? new Weken(elke, dag, maandag.plusWeeks(n % elke), Optional.empty())
                : new Maand(elke, dag, 1 + n % 4, maandag.withDayOfMonth(1), Optional.empty());
        return new Ritmelijn(Id.nieuw(klok.instant()), groep.id(), ritme, uren, jong);
    }

    /** A weekday on which the place has nothing else in this dagdeel; any when all are taken. */
    private static int vrijeDag(Lotgenotengroep groep, int n, Dagdeel dagdeel, Set<Bezet> bezet) {
        for (var verder = 0; verder < WERKDAGEN; verder++) {
            var dag = 1 + (n * 2 + verder) % WERKDAGEN;
            if (!bezet.contains(new Bezet(groep.plek().plaats(), dag, dagdeel))) {
                return dag;
            }
        }
        return 1 + n * 2 % WERKDAGEN;
    }

    /** The last two hours of the dagdeel: people come from somewhere. */
    private Uren uren(Dagdeel dagdeel) {
        var hele = gemeente.dagdelen().van(dagdeel);
        var begin = hele.eind().minusHours(UREN);
        return new Uren(begin.isBefore(hele.begin()) ? hele.begin() : begin, hele.eind());
    }
}
