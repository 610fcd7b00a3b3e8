// Los mensajes del buscador que el catálogo de Sphinx no traduce, o traduce mal.
Documentation.addTranslations({
  locale: "es",
  plural_expr: "n === 1 ? 0 : 1",
  messages: {
    "Search Results": "Resultados de la búsqueda",
    Searching: "Buscando",
    "Preparing search...": "Preparando la búsqueda…",
    ", in ": ", en ",
    "Hide Search Matches": "Quitar el resaltado de la búsqueda",
    "Your search did not match any documents. Please make sure that all words are spelled correctly and that you've selected enough categories.":
      "Ninguna página contiene esas palabras. Conviene revisar la ortografía o buscar menos palabras.",
    "Search finished, found one page matching the search query.": [
      "La búsqueda ha encontrado una página.",
      "La búsqueda ha encontrado ${resultCount} páginas.",
    ],
  },
});
