package nl.respijt.privacy;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.respijt.bericht.Bericht;
import nl.respijt.bericht.BerichtMaker;
import nl.respijt.bericht.Brief;
import nl.respijt.bericht.Brief.Bestemming.PerMail;
import nl.respijt.bericht.Brief.Feit;
import nl.respijt.database.Transacties;
import nl.respijt.mantelzorger.MantelzorgerId;
import nl.respijt.privacy.Adreswijzigingen.Wijziging;
import nl.respijt.privacy.Correctie.Persoon;
import nl.respijt.toegang.Sleutels;
import nl.respijt.toegang.Sleutels.Doel;
import nl.respijt.web.Datums;
import nl.respijt.web.Teksten;

/** The code to a new address, and the word about it to the old one; none for what is too late. */
@Singleton
final class AdresBerichtMaker implements BerichtMaker {
    private final Transacties transacties;
    private final Adreswijzigingen wijzigingen;
    private final Correctie correctie;
    private final Sleutels sleutels;

    AdresBerichtMaker(Transacties transacties, Adreswijzigingen wijzigingen, Correctie correctie, Sleutels sleutels) {
        this.transacties = transacties;
        this.wijzigingen = wijzigingen;
        this.correctie = correctie;
        this.sleutels = sleutels;
    }

    @Override
    public Set<String> soorten() {
        return Set.of(Adreswijzigingen.BEWIJS, Adreswijzigingen.MELDING);
    }

    @Override
    public Optional<Brief> maak(Bericht bericht) {
        var wie = new MantelzorgerId(bericht.dingId());
        var id = UUID.fromString(bericht.gegevens().getOrDefault(Adreswijzigingen.WELKE, ""));
        return transacties.lees(handle -> correctie
                .find(handle, wie)
                .flatMap(persoon -> wijzigingen
                        .findOpen(handle, wie, id)
                        .flatMap(wijziging -> bericht.soort().equals(Adreswijzigingen.BEWIJS)
                                ? Optional.of(bewijs(persoon, wijziging))
                                : wijziging.vorige().map(oud -> melding(persoon, oud)))));
    }

    private Brief bewijs(Persoon persoon, Wijziging wijziging) {
        var t = Teksten.in(persoon.taal());
        var code = sleutels.code(Doel.ADRESCODE, wijziging.id());
        return Brief.van(
                        persoon.taal(),
                        new PerMail(persoon.naam(), wijziging.nieuw()),
                        t.van("mail.adres-bewijs.onderwerp"),
                        List.of(t.van("mail.adres-bewijs.tekst")))
                .metFeiten(List.of(
                        new Feit(t.van("mail.adres-bewijs.code"), code.substring(0, 4) + " " + code.substring(4)),
                        new Feit(
                                t.van("mail.adres-bewijs.geldig"),
                                new Datums(persoon.taal()).tijd(wijziging.verlooptOp()))))
                .metSlot(List.of(t.van("mail.adres-bewijs.niet-u")));
    }

    /** Does not say which address it becomes. */
    private static Brief melding(Persoon persoon, String oud) {
        var t = Teksten.in(persoon.taal());
        return Brief.van(
                persoon.taal(),
                new PerMail(persoon.naam(), oud),
                t.van("mail.adres-melding.onderwerp"),
                List.of(t.van("mail.adres-melding.tekst"), t.van("mail.adres-melding.niet-u")));
    }
}
