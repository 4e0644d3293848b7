"""Steps in programs that several rules name, so that a menu that is renamed is changed in one place."""

from __future__ import annotations

from a11ycheck.outcome import Text

EXPORT_AGAIN_AS_UA_IN_LIBREOFFICE = Text(
    "Export as PDF again and tick Universal Accessibility (PDF/UA).",
    "Exportera som pdf igen och kryssa i Universell tillgänglighet (PDF/UA).",
)
EXPORT_AS_UA_IN_LIBREOFFICE = Text(
    "Choose File > Export As > Export as PDF and tick Universal Accessibility (PDF/UA).",
    "Välj Arkiv > Exportera som > Exportera som PDF och kryssa i Universell tillgänglighet (PDF/UA).",
)
LANGUAGE_IN_ACROBAT = Text(
    "Open the document properties (Ctrl+D) and set the language on the Advanced tab.",
    "Öppna dokumentegenskaperna (Ctrl+D) och ange språket på fliken Avancerat.",
)
LANGUAGE_IN_LIBREOFFICE = Text(
    "Choose Tools > Language > For All Text, set the language, and export as PDF again.",
    "Välj Verktyg > Språk > För all text, ange språket och exportera som pdf igen.",
)
LANGUAGE_IN_INDESIGN = Text(
    "Export as PDF again and set the language under Advanced in the export dialogue.",
    "Exportera som pdf igen och ange språket under Avancerat i exportdialogen.",
)
LANGUAGE_OF_ALL_IN_WORD = Text(
    "Select all text, choose Language on the Review tab, set the language, and save as PDF again.",
    "Markera all text, välj Språk på fliken Granska, ange språket och spara som pdf igen.",
)
LANGUAGE_OF_TEXT_IN_POWERPOINT = Text(
    "Select the text, choose Language on the Review tab, and set the language.",
    "Markera texten, välj Språk på fliken Granska och ange språket.",
)
LANGUAGE_AND_PDF_IN_POWERPOINT = Text(
    "Select the text, choose Language on the Review tab, set the language, and save as PDF again.",
    "Markera texten, välj Språk på fliken Granska, ange språket och spara som pdf igen.",
)
LINK_TEXT_IN_OFFICE = Text(
    "Right-click the link, choose to edit it, and write under Text to display.",
    "Högerklicka på länken, välj att redigera den och skriv i fältet för texten som visas.",
)
LINK_TEXT_IN_LIBREOFFICE = Text(
    "Right-click the link, choose Edit Hyperlink, and write in the Text field.",
    "Högerklicka på länken, välj att redigera hyperlänken och skriv i fältet Text.",
)
LINK_TEXT_IN_HTML = Text(
    "Write it between <a> and </a>; if the link is a picture, in the picture's alt attribute.",
    "Skriv den mellan <a> och </a>; är länken en bild, i bildens alt-attribut.",
)
FIELD_LABEL_IN_LIBREOFFICE = Text(
    "Open the control's properties, write under Help text, and export as PDF again.",
    "Öppna kontrollfältets egenskaper, skriv under Hjälptext och exportera som pdf igen.",
)
FIELD_LABEL_IN_ACROBAT = Text(
    "Choose to prepare the form, open the field's properties, and write under Tooltip on the General tab.",
    "Välj att förbereda formuläret, öppna fältets egenskaper och skriv under Verktygstips på fliken Allmänt.",
)
HEADING_LEVEL_IN_INDESIGN = Text(
    "Open the options of the paragraph style and set the right tag for PDF, H1 to H6, under Export Tagging.",
    "Öppna alternativen för styckeformatet och ange rätt tagg för pdf, H1 till H6, bland exporttaggarna.",
)
HEADING_LEVEL_IN_ACROBAT = Text(
    "Open the Tags panel and change the heading's tag to the right level, H1 to H6.",
    "Öppna panelen Taggar och ändra rubrikens tagg till rätt nivå, H1 till H6.",
)
ALT_TEXT_IN_OFFICE = Text(
    "Right-click the picture, choose View Alt Text and write there, or tick Mark as decorative.",
    "Högerklicka på bilden, välj Visa alternativtext och skriv där, eller kryssa i Markera som dekorativ.",
)
ALT_TEXT_IN_LIBREOFFICE = Text(
    "Right-click the picture, choose Properties, and write under Alternative on the Options tab.",
    "Högerklicka på bilden, välj Egenskaper och skriv under Alternativ på fliken Alternativ.",
)
ALT_TEXT_IN_ACROBAT = Text(
    "Open the Accessibility tools, choose Set Alternate Text, and write for each picture.",
    "Öppna tillgänglighetsverktygen, välj att ange alternativ text och skriv för varje bild.",
)
LINK_IN_WORD = Text(
    "Make the words a link with Insert > Link, and save as PDF again with structure tags.",
    "Gör orden till en länk med Infoga > Länk och spara som pdf igen med strukturtaggar.",
)
TAB_ORDER_IN_ACROBAT = Text(
    "Select all pages in the page thumbnails, open their properties, and let the tab order follow the document "
    "structure.",
    "Markera alla sidor bland sidminiatyrerna, öppna deras egenskaper och låt tabbordningen följa dokumentets "
    "struktur.",
)
HEADER_ROW_IN_LIBREOFFICE = Text(
    "Choose Table > Properties, tick Repeat heading on the Text Flow tab, and export as PDF again.",
    "Välj Tabell > Egenskaper, kryssa på fliken Textflöde i att rubriken upprepas och exportera som pdf igen.",
)
TAGS_IN_OFFICE = Text(
    "Choose File > Save As and PDF. Open the options there and tick that structure tags are included.",
    "Välj Arkiv > Spara som och PDF. Öppna alternativen där och kryssa i att strukturtaggar tas med.",
)
TAGS_IN_INDESIGN = Text(
    "Export as PDF and tick Create Tagged PDF in the export dialogue.",
    "Exportera som pdf och kryssa i att en taggad pdf ska skapas i exportdialogen.",
)
LAYERS_IN_ACROBAT = Text(
    "Open the Layers panel and flatten the layers.",
    "Öppna panelen Lager och förena lagren till ett.",
)
STYLE_TAG_IN_INDESIGN = Text(
    "Open the options of the paragraph style, set a tag for PDF under Export Tagging, and export again.",
    "Öppna alternativen för styckeformatet, ange en tagg för pdf bland exporttaggarna och exportera igen.",
)
ROLE_MAP_IN_ACROBAT = Text(
    "Choose Edit Role Map in the Tags panel's menu, and let the tag stand for one of the standard's own.",
    "Välj att redigera rollmappningen i menyn i panelen Taggar och låt taggen stå för en av standardens egna.",
)
