package nl.respijt.lotgenotengroep;

import jakarta.inject.Singleton;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.respijt.bericht.Bericht;
import nl.respijt.bericht.BerichtMaker;
import nl.respijt.bericht.Brief;
import nl.respijt.bericht.Brief.Bestemming;
import nl.respijt.bericht.Brief.Feit;
import nl.respijt.bericht.Brief.Knop;
import nl.respijt.bericht.Kanaal;
import nl.respijt.boeking.Boeking;
import nl.respijt.boeking.Reeksen;
import nl.respijt.instellingen.Instellingen;
import nl.respijt.toegang.Accounts;
import nl.respijt.web.Datums;
import nl.respijt.web.Taal;
import nl.respijt.web.Teksten;

/**
 * What people are told about being in a group: that they are, when they come, that there is something to read. Which
 * group, for whom it is, and what its coordinator wrote stay behind the key or the login.
 */
@Singleton
final class DeelnameBerichtMaker implements BerichtMaker {
    /** So many dates stand in a mail; all of them on the page. */
    private static final int DATA = 3;

    private final Deelnames deelnames;
    private final Groepsberichten groepsberichten;
    private final Reeksen reeksen;
    private final DeelnameSleutels sleutels;
    private final Accounts accounts;
    private final String basis;

    DeelnameBerichtMaker(
            Deelnames deelnames,
            Groepsberichten groepsberichten,
            Reeksen reeksen,
            DeelnameSleutels sleutels,
            Accounts accounts,
            Instellingen instellingen) {
        this.deelnames = deelnames;
        this.groepsberichten = groepsberichten;
        this.reeksen = reeksen;
        this.sleutels = sleutels;
        this.accounts = accounts;
        basis = instellingen.baseUrl().toString();
    }

    @Override
    public Set<String> soorten() {
        return Set.of(
                DeelnameBerichten.BEGIN,
                DeelnameBerichten.TOEGELATEN,
                DeelnameBerichten.TREFPUNT,
                DeelnameBerichten.GESTOPT,
                DeelnameBerichten.GROEP_STOPT,
                DeelnameBerichten.BERICHT,
                DeelnameBerichten.NIEUWS,
                DeelnameBerichten.VERANDERD);
    }

    @Override
    public Optional<Brief> maak(Bericht bericht) {
        return switch (bericht.soort()) {
            case DeelnameBerichten.BERICHT ->
                deelnames.find(ontvanger(bericht)).filter(Deelname::isActief).map(wie -> brief(bericht, wie));
            case DeelnameBerichten.NIEUWS -> nieuws(bericht);
            case DeelnameBerichten.VERANDERD -> veranderd(bericht);
            default ->
                deelnames
                        .find(bericht.dingId())
                        .filter(wie -> wie.versie() == bericht.dingVersie())
                        .map(wie -> brief(bericht, wie));
        };
    }

    private static UUID ontvanger(Bericht bericht) {
        return UUID.fromString(bericht.ontvanger().substring(bericht.ontvanger().indexOf(':') + 1));
    }

    private Brief brief(Bericht bericht, Deelname deelname) {
        // Who is called hears it from the makelaar.
        var taal = bericht.kanaal() == Kanaal.BELLEN ? Taal.NL : deelname.taal();
        var t = Teksten.in(taal);
        var soort = "mail." + bericht.soort();
        var eerst =
                bericht.soort().equals(DeelnameBerichten.BEGIN) && deelname.status() == Deelname.Status.KENNISMAKING;
        var alineas = new ArrayList<String>();
        alineas.add(t.van(eerst ? "mail.deelname-begin.eerst-bellen" : soort + ".tekst"));
        if (bericht.kanaal() == Kanaal.BELLEN && bericht.soort().equals(DeelnameBerichten.BERICHT)) {
            groepsberichten.find(bericht.dingId()).ifPresent(geschreven -> alineas.add(geschreven.tekst()));
        }
        if (isNieuw(bericht) && deelname.status() == Deelname.Status.DEELNEMER) {
            var data = data(deelname, new Datums(taal));
            alineas.add(t.van(data.isEmpty() ? "deelname.geen-keren" : "mail.deelname.eerste-keren"));
            return brief(bericht, deelname, t, alineas)
                    .metFeiten(data)
                    .metSlot(data.isEmpty() ? List.of() : List.of(t.van("mail.deelname.slot")));
        }
        return brief(bericht, deelname, t, alineas);
    }

    private Brief brief(Bericht bericht, Deelname deelname, Teksten t, List<String> alineas) {
        var brief = Brief.van(
                t.taal(),
                deelname.contact().bestemming(deelname.naam()),
                t.van("mail." + bericht.soort() + ".onderwerp"),
                alineas);
        return deelname.isActief()
                ? brief.metKnoppen(List.of(new Knop(t.van("mail.deelname.knop"), URI.create(sleutels.url(deelname)))))
                : brief;
    }

    /** From now on they have a place at each meeting: the one message that says when. */
    private static boolean isNieuw(Bericht bericht) {
        return bericht.soort().equals(DeelnameBerichten.BEGIN)
                || bericht.soort().equals(DeelnameBerichten.TOEGELATEN);
    }

    private List<Feit> data(Deelname deelname, Datums d) {
        return reeksen.van(deelname.id()).stream()
                .limit(DATA)
                .map(Boeking::moment)
                .map(moment -> new Feit(d.wanneer(moment.tijdvak()), moment.plaats()))
                .toList();
    }

    /** No name and no group in a mail: the page behind the login tells. A makelaar calls, and reads it at the desk. */
    private Optional<Brief> nieuws(Bericht bericht) {
        return deelnames
                .find(bericht.dingId())
                .filter(wie -> wie.status() == Deelname.Status.KENNISMAKING || wie.zoektBegeleider())
                .flatMap(wie -> bericht.kanaal() == Kanaal.BELLEN
                        ? Optional.of(nieuws(
                                wie.contact().bestemming(wie.naam()),
                                "eigen-groep.deelnemers",
                                "/groep/" + wie.groepId() + "/deelnemers"))
                        : coordinator(bericht).map(aan -> nieuws(aan, "mail.groep-nieuws.knop", "/groep")));
    }

    private Brief nieuws(Bestemming aan, String knop, String pad) {
        return brief(aan, "mail.groep-nieuws.onderwerp", List.of("mail.groep-nieuws.tekst"), knop, pad);
    }

    /** What changed in one sentence; when, where and which group is behind the login. */
    private Optional<Brief> veranderd(Bericht bericht) {
        var wat = Objects.requireNonNull(bericht.gegevens().get(DeelnameBerichten.WAT));
        return coordinator(bericht)
                .map(aan -> brief(
                        aan,
                        "mail.groep-veranderd.onderwerp",
                        List.of("mail.groep-veranderd." + wat, "mail.groep-veranderd.kijk"),
                        "mail.groep-nieuws.knop",
                        "/groep/" + bericht.dingId()));
    }

    private Optional<Bestemming> coordinator(Bericht bericht) {
        return accounts.find(ontvanger(bericht))
                .filter(account -> !account.isGeblokkeerd())
                .map(account -> new Bestemming.PerMail(account.naam(), account.email()));
    }

    private Brief brief(Bestemming aan, String onderwerp, List<String> alineas, String knop, String pad) {
        var t = Teksten.in(Taal.NL);
        return Brief.van(
                        Taal.NL,
                        aan,
                        t.van(onderwerp),
                        alineas.stream().map(t::van).toList())
                .metKnoppen(List.of(new Knop(t.van(knop), URI.create(basis + pad))));
    }
}
