package nl.respijt.boeking;

import jakarta.inject.Singleton;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.respijt.bericht.Bericht;
import nl.respijt.bericht.BerichtMaker;
import nl.respijt.bericht.Brief;
import nl.respijt.bericht.Brief.Feit;
import nl.respijt.bericht.Brief.Knop;
import nl.respijt.bericht.Kanaal;
import nl.respijt.tijd.Klok;
import nl.respijt.web.Datums;
import nl.respijt.web.Taal;
import nl.respijt.web.Teksten;

/** What people are told while they wait: where they stand, that there is a place and until when, that there will be none. */
@Singleton
final class WachtBerichtMaker implements BerichtMaker {
    private final Wachtlijst wachtlijst;
    private final MomentService momenten;
    private final BoekingSleutels sleutels;
    private final Klok klok;

    WachtBerichtMaker(Wachtlijst wachtlijst, MomentService momenten, BoekingSleutels sleutels, Klok klok) {
        this.wachtlijst = wachtlijst;
        this.momenten = momenten;
        this.sleutels = sleutels;
        this.klok = klok;
    }

    @Override
    public Set<String> soorten() {
        return Set.of(
                WachtBerichten.IN_RIJ,
                WachtBerichten.AANBOD,
                WachtBerichten.VERLOPEN,
                WachtBerichten.VERVALLEN,
                WachtBerichten.VERZET);
    }

    @Override
    public Optional<Brief> maak(Bericht bericht) {
        return wachtlijst
                .find(new WachtplekId(bericht.dingId()))
                .filter(plek -> plek.versie() == bericht.dingVersie())
                .filter(plek -> !bericht.soort().equals(WachtBerichten.AANBOD) || plek.isAangeboden(klok.instant()))
                .map(plek -> brief(bericht, plek));
    }

    private Brief brief(Bericht bericht, Wachtplek plek) {
        // Who is called hears it from the makelaar.
        var taal = bericht.kanaal() == Kanaal.BELLEN ? Taal.NL : plek.taal();
        var t = Teksten.in(taal);
        var d = new Datums(taal);
        var soort = "mail." + bericht.soort();
        var alineas = new ArrayList<String>();
        alineas.add(
                bericht.soort().equals(WachtBerichten.IN_RIJ)
                        ? t.van(
                                soort + ".tekst",
                                Integer.parseInt(bericht.gegevens().get(WachtBerichten.PLAATS)))
                        : t.van(soort + ".tekst"));
        if (bericht.soort().equals(WachtBerichten.AANBOD)) {
            alineas.add(t.van(soort + ".tot", plek.aangebodenTot().map(d::begin).orElseThrow()));
        }
        return Brief.van(taal, plek.contact().bestemming(plek.naam()), t.van(soort + ".onderwerp"), alineas)
                .metFeiten(feiten(plek, t, d))
                .metKnoppen(List.of(new Knop(t.van(soort + ".knop"), URI.create(sleutels.wachtUrl(plek.id())))))
                .metSlot(List.of(t.van(soort + ".slot")));
    }

    private List<Feit> feiten(Wachtplek plek, Teksten t, Datums d) {
        if (!plek.ding().equals(MomentWachtbaar.DING)) {
            return List.of(new Feit(t.van("mail.waar"), t.van("mail.uw-groep")));
        }
        var moment = momenten.find(new MomentId(plek.dingId())).orElseThrow();
        return List.of(
                new Feit(t.van("mail.wanneer"), d.wanneer(moment.tijdvak())),
                new Feit(t.van("mail.waar"), Waarheen.naam(moment, t)));
    }
}
